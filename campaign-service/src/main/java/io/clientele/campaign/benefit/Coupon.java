package io.clientele.campaign.benefit;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A coupon as its customer sees it. */
@Description("A benefit in one customer's hands.")
public record Coupon(
        @NonNull @Id String id,

        @NonNull @Description("In groups of four; how it is typed makes no difference.")
        String code,

        @NonNull @Description("The benefit's, when it was issued.")
        String name,

        @NonNull CouponState state,

        @NonNull @Description("Those that it was issued with: they stay.")
        BenefitTerms terms,

        @NonNull @Id @Description("The benefit's id.") String benefitId,
        @NonNull Instant issuedAt,

        @Nullable @Description("From when on it is no longer good; null: never.")
        Instant expiresAt) {

    /** A coupon as it stands at a time. */
    public static Coupon of(StoredCoupon stored, Instant now) {
        return new Coupon(
                stored.id(),
                stored.code(),
                stored.name(),
                stored.state(now),
                BenefitTerms.of(stored.terms()),
                stored.benefitId(),
                stored.issuedAt(),
                stored.expiresAt());
    }
}
