package io.clientele.profile.value;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How much a customer spends on an order, by the platform's mean order value. */
public enum SpendingPower {
    /** Without orders in the main currency, or without a mean to compare with. */
    UNKNOWN,
    /** Mean order value below half of the platform's. */
    LOW,
    MIDDLE,
    /** Mean order value at least one and a half times the platform's. */
    HIGH;

    static SpendingPower of(@Nullable Long meanValue, @Nullable Long platformMean, ValueRules rules) {
        if (meanValue == null || platformMean == null) {
            return UNKNOWN;
        }
        if (meanValue >= rules.highSpending() * platformMean) {
            return HIGH;
        }
        return meanValue < rules.lowSpending() * platformMean ? LOW : MIDDLE;
    }

    /** The name in fields, such as {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
