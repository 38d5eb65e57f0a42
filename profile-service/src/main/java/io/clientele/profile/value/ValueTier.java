package io.clientele.profile.value;

import java.util.List;
import java.util.Locale;

/**
 * The named value tier. Total and disjoint: the first that fits, in this order. The first two are the business's, the next two
 * are what its definitions leave.
 */
public enum ValueTier {
    /** Without an order ever: a prospect, who has no value to be tiered. */
    NONE,
    /** R at most 30 days, F at least 5, M at least 5,000. */
    LOYAL,
    /** R over 90 days, F at most 2, M below 1,000. */
    POTENTIAL_CHURN,
    /** Not the former and away for too long for what was spent: R over 90 days, or R over 30 days and M at least 5,000. */
    AT_RISK_HIGH_VALUE,
    /** All others: R at most 90 days, and not yet loyal. */
    GROWING;

    static ValueTier of(Rfm rfm, ValueRules rules) {
        Long recency = rfm.recencyDays();
        if (recency == null) {
            return NONE;
        }
        if (recency <= rules.loyalRecencyDays()
                && rfm.frequency() >= rules.loyalFrequency()
                && rfm.monetary() >= rules.loyalMonetary()) {
            return LOYAL;
        }
        if (recency > rules.churnRecencyDays()
                && rfm.frequency() <= rules.churnFrequency()
                && rfm.monetary() < rules.churnMonetary()) {
            return POTENTIAL_CHURN;
        }
        boolean late = recency > rules.loyalRecencyDays() && rfm.monetary() >= rules.loyalMonetary();
        return late || recency > rules.churnRecencyDays() ? AT_RISK_HIGH_VALUE : GROWING;
    }

    /** The name in fields, such as {@code at_risk_high_value}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tiers of customers with orders. */
    public static List<ValueTier> ofBuyers() {
        return List.of(LOYAL, POTENTIAL_CHURN, AT_RISK_HIGH_VALUE, GROWING);
    }
}
