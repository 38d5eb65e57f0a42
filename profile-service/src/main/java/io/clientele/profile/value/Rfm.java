package io.clientele.profile.value;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.OrderFacts;

/**
 * Recency, frequency and monetary value.
 *
 * @param recencyDays business days since the last order ever; null without orders
 * @param frequency orders of the last 365 days
 * @param monetary their revenue, in millionths of the main currency
 */
public record Rfm(@Nullable Long recencyDays, long frequency, long monetary) {

    public static Rfm of(OrderFacts orders) {
        return new Rfm(orders.recencyDays(), orders.frequency(), orders.monetary());
    }
}
