package io.clientele.profile.churn;

import java.util.Locale;

/** How likely a customer is to leave, by the signals' weights together. */
public enum RiskLevel {
    /** No signal. */
    NONE,
    /** A signal, and below 40 %. */
    LOW,
    /** From 40 %. */
    MEDIUM,
    /** From 60 %. */
    HIGH;

    static RiskLevel of(int probability, ChurnRules rules) {
        if (probability >= rules.highFrom()) {
            return HIGH;
        }
        if (probability >= rules.mediumFrom()) {
            return MEDIUM;
        }
        return probability > 0 ? LOW : NONE;
    }

    /** The name in fields, such as {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
