package io.clientele.campaign.benefit.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * A part of the goods off.
 *
 * @param percent over 0, at most 100, at most two decimals
 * @param maxDiscount in millionths, positive; empty for no limit
 * @param minSpend in millionths, not negative
 */
public record Percent(String currency, BigDecimal percent, OptionalLong maxDiscount, long minSpend) implements Terms {

    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    public static final int DECIMALS = 2;

    public Percent {
        percent = percent.stripTrailingZeros();
        boolean part = percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= DECIMALS;
        if (!part || maxDiscount.orElse(1) <= 0 || minSpend < 0) {
            throw new IllegalArgumentException(percent + " percent, at most " + maxDiscount + " from " + minSpend);
        }
    }

    @Override
    public BenefitKind kind() {
        return BenefitKind.PERCENT;
    }

    @Override
    public OptionalLong most() {
        return maxDiscount;
    }

    @Override
    public long off(Cart cart) {
        long part = BigDecimal.valueOf(cart.goods())
                .multiply(percent)
                .divide(HUNDRED, 0, RoundingMode.DOWN)
                .longValueExact();
        return Math.min(part, maxDiscount.orElse(Long.MAX_VALUE));
    }
}
