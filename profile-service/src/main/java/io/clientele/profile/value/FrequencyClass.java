package io.clientele.profile.value;

import java.util.Locale;

import io.clientele.profile.facts.OrderFacts;

/** How often a customer orders. Total and disjoint: the first that fits, in this order. */
public enum FrequencyClass {
    /** Without an order ever. */
    NONE,
    /** At least 4 orders in the last 30 days; typically fast-moving goods. */
    HIGH,
    /** At most 1 order in the last 90 days; typically durables. */
    LOW,
    /** In between. */
    REGULAR;

    static FrequencyClass of(OrderFacts orders, ValueRules rules) {
        if (orders.count() == 0) {
            return NONE;
        }
        if (orders.monthOrders() >= rules.highFrequencyOrders()) {
            return HIGH;
        }
        return orders.quarterOrders() <= rules.lowFrequencyOrders() ? LOW : REGULAR;
    }

    /** The name in fields, such as {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
