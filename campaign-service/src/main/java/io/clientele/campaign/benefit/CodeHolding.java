package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.campaign.benefit.terms.Discount;
import io.clientele.campaign.benefit.terms.Terms;

/**
 * What stands behind a code that a customer names.
 *
 * @param coupon the customer's; null if the code is the benefit's own
 * @param used of the benefit's own code: how many of the benefit the customer has
 */
record CodeHolding(StoredBenefit benefit, @Nullable StoredCoupon coupon, int used) {

    /** What the code takes off a cart, or why nothing; pure. */
    sealed interface Verdict {

        /** So much, in millionths. */
        record Granted(long discount) implements Verdict {}

        record Refused(CouponRefusal refusal) implements Verdict {}
    }

    /** The terms that hold for the customer. */
    Terms terms() {
        return coupon == null ? benefit.terms() : coupon.terms();
    }

    /**
     * What it takes off.
     *
     * @param field that names the code, for errors
     */
    Verdict verdict(Cart cart, Instant now, String field) {
        CouponRefusal obstacle = coupon == null ? obstacle(now, field) : obstacle(coupon, now, field);
        return obstacle != null
                ? new Verdict.Refused(obstacle)
                : switch (terms().discount(cart)) {
                    case Discount.Granted granted -> within(granted.millionths(), field);
                    case Discount.BelowThreshold below ->
                        new Verdict.Refused(new CouponRefusal.BelowThreshold(
                                field, BigDecimal.valueOf(below.missing(), 6).stripTrailingZeros(), cart.currency()));
                    case Discount.OtherCurrency other ->
                        new Verdict.Refused(new CouponRefusal.CurrencyMismatch(field, other.currency()));
                    case Discount.Nothing _ -> new Verdict.Refused(new CouponRefusal.NothingToDiscount(field));
                };
    }

    private static @Nullable CouponRefusal obstacle(StoredCoupon coupon, Instant now, String field) {
        return switch (coupon.state(now)) {
            case USABLE -> null;
            case REDEEMED -> new CouponRefusal.Used(field);
            case EXPIRED -> new CouponRefusal.Expired(field);
        };
    }

    private @Nullable CouponRefusal obstacle(Instant now, String field) {
        if (benefit.validity().isOver(now)) {
            return new CouponRefusal.Expired(field);
        }
        if (used >= benefit.perCustomerLimit()) {
            return new CouponRefusal.CustomerLimit(field);
        }
        return benefit.stockLeft().orElse(1) < 1 ? new CouponRefusal.OutOfStock(field) : null;
    }

    private Verdict within(long discount, String field) {
        long room = benefit.budgetLeft().orElse(Long.MAX_VALUE / 2) + (coupon == null ? 0 : coupon.held());
        return discount <= room
                ? new Verdict.Granted(discount)
                : new Verdict.Refused(new CouponRefusal.OutOfBudget(field));
    }
}
