package io.clientele.campaign.benefit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Terms;

/**
 * A coupon as it stands.
 *
 * @param benefitVersion the version of the benefit that it was issued with
 * @param name the benefit's, then
 * @param customerId as profile-service knew the customer, then
 * @param contactId the contact that it came with; null if it came with none
 * @param compared its code, as codes are compared
 * @param terms those that it was issued with: they stay
 * @param stored its state without regard to the time
 * @param held what it holds of the benefit's budget, in millionths
 * @param expiresAt from when on it is no longer good; null for never
 */
public record StoredCoupon(
        String id,
        String benefitId,
        int benefitVersion,
        String name,
        String customerId,
        @Nullable String contactId,
        String compared,
        Terms terms,
        CouponState stored,
        long held,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    /** Its code as customers see it. */
    public String code() {
        return CouponCode.shown(compared);
    }

    /** Its state at a time: one whose time is over is expired before that is stored. */
    public CouponState state(Instant now) {
        boolean over = stored == CouponState.USABLE && expiresAt != null && !now.isBefore(expiresAt);
        return over ? CouponState.EXPIRED : stored;
    }
}
