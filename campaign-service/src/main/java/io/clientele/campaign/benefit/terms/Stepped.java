package io.clientele.campaign.benefit.terms;

import java.util.List;
import java.util.OptionalLong;

/**
 * The more is spent, the larger the amount off: that of the highest step that the goods reach.
 *
 * @param steps one at least, each spending and each amount off higher than the one before
 */
public record Stepped(String currency, List<Step> steps) implements Terms {

    /**
     * An amount off from a spending on.
     *
     * @param minSpend in millionths, not negative
     * @param off in millionths, positive
     */
    public record Step(long minSpend, long off) {

        public Step {
            if (off <= 0 || minSpend < 0) {
                throw new IllegalArgumentException(off + " off from " + minSpend);
            }
        }

        /** Whether a step may follow this one. */
        public boolean isBelow(Step next) {
            return minSpend < next.minSpend && off < next.off;
        }
    }

    public Stepped {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no steps");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i - 1).isBelow(steps.get(i))) {
                throw new IllegalArgumentException("steps that do not rise: " + steps);
            }
        }
    }

    @Override
    public BenefitKind kind() {
        return BenefitKind.STEPPED;
    }

    @Override
    public long minSpend() {
        return steps.getFirst().minSpend();
    }

    @Override
    public OptionalLong most() {
        return OptionalLong.of(steps.getLast().off());
    }

    @Override
    public long off(Cart cart) {
        long off = 0;
        for (Step step : steps) {
            off = cart.goods() >= step.minSpend() ? step.off() : off;
        }
        return off;
    }
}
