package io.clientele.campaign.benefit.terms;

import java.util.OptionalLong;

/**
 * The shipping for nothing, or a part of it.
 *
 * @param maxDiscount in millionths, positive; empty for all of the shipping
 * @param minSpend what the goods have to cost, in millionths, not negative
 */
public record FreeShipping(String currency, OptionalLong maxDiscount, long minSpend) implements Terms {

    public FreeShipping {
        if (maxDiscount.orElse(1) <= 0 || minSpend < 0) {
            throw new IllegalArgumentException("at most " + maxDiscount + " from " + minSpend);
        }
    }

    @Override
    public BenefitKind kind() {
        return BenefitKind.FREE_SHIPPING;
    }

    @Override
    public OptionalLong most() {
        return maxDiscount;
    }

    @Override
    public long base(Cart cart) {
        return cart.shipping();
    }

    @Override
    public long off(Cart cart) {
        return Math.min(cart.shipping(), maxDiscount.orElse(Long.MAX_VALUE));
    }
}
