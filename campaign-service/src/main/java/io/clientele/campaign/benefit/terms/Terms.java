package io.clientele.campaign.benefit.terms;

import java.util.OptionalLong;

/** The rule by which a benefit takes something off a cart. */
public sealed interface Terms permits Threshold, Percent, Stepped, FreeShipping {

    BenefitKind kind();

    /** Three capital letters, as in ISO 4217; carts in another currency get nothing. */
    String currency();

    /** What the goods have to cost at least, in millionths. */
    long minSpend();

    /** The most that it can ever take off one cart, in millionths; empty if that depends on the cart alone. */
    OptionalLong most();

    /** What it takes off a cart whose goods cost enough, before it is cut to coins and to what there is. */
    long off(Cart cart);

    /** What of the cart it is a discount on, in millionths. */
    default long base(Cart cart) {
        return cart.goods();
    }

    /** What it takes off a cart. */
    default Discount discount(Cart cart) {
        if (!currency().equals(cart.currency())) {
            return new Discount.OtherCurrency(currency());
        }
        if (cart.goods() < minSpend()) {
            return new Discount.BelowThreshold(minSpend() - cart.goods());
        }
        long off = Coins.cut(Math.min(off(cart), base(cart)), currency());
        return off > 0 ? new Discount.Granted(off) : new Discount.Nothing();
    }
}
