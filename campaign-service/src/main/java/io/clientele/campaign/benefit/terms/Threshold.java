package io.clientele.campaign.benefit.terms;

import java.util.OptionalLong;

/**
 * An amount off from a spending on.
 *
 * @param off in millionths, positive
 * @param minSpend in millionths, not negative
 */
public record Threshold(String currency, long off, long minSpend) implements Terms {

    public Threshold {
        if (off <= 0 || minSpend < 0) {
            throw new IllegalArgumentException(off + " off from " + minSpend);
        }
    }

    @Override
    public BenefitKind kind() {
        return BenefitKind.THRESHOLD;
    }

    @Override
    public OptionalLong most() {
        return OptionalLong.of(off);
    }

    @Override
    public long off(Cart cart) {
        return off;
    }
}
