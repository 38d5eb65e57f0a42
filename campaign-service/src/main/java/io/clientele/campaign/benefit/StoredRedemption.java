package io.clientele.campaign.benefit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;

/**
 * A redemption as it stands.
 *
 * @param couponId null if the benefit's own code was used
 * @param compared the code, as codes are compared
 * @param shown the code as customers see it
 * @param cart what the cart cost before, in millionths
 * @param shipping of that, what sending it costs, in millionths; null if it was redeemed before this was kept
 * @param byShopper whether the cart is what a shopper said, which the shop has not confirmed
 * @param discount what was taken off, in millionths
 * @param reversedAt when it was taken back; null if it stands
 */
record StoredRedemption(
        String order,
        String benefitId,
        @Nullable String couponId,
        String compared,
        String shown,
        String customerId,
        String currency,
        long cart,
        @Nullable Long shipping,
        boolean byShopper,
        long discount,
        Instant redeemedAt,
        @Nullable Instant reversedAt) {

    /** Whether it was redeemed for such a cart. */
    boolean isFor(Cart other) {
        return currency.equals(other.currency())
                && cart == other.total()
                && (shipping == null || shipping == other.shipping());
    }
}
