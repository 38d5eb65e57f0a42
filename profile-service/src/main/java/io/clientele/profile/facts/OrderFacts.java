package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the customer orders. An order counts if it was placed and not cancelled, on the day of its earliest event. Amounts are
 * millionths of the main currency; means are over the orders with an amount in it, rounded half up.
 *
 * @param count orders ever
 * @param first the first of them
 * @param last the last of them
 * @param recencyDays business days since the last; null without orders
 * @param frequency orders of the last {@code yearDays}
 * @param monetary revenue of these, net of refunds if the rules say so
 * @param priced how many of these have an amount in the main currency
 * @param monthOrders orders of the last {@code monthDays}
 * @param quarterOrders orders of the last {@code quarterDays}
 * @param revenue of all orders ever, before refunds
 * @param refunded what went back ever, also for orders that are not known
 * @param otherCurrencies revenue ever in other currencies, in millionths of each
 * @param meanValue mean order value of the last {@code yearDays}, or of ever if there is none
 * @param recentMeanValue of the last {@code orderValueDays}; null if there is none
 * @param previousMeanValue of the rest of {@code yearDays} before these; null if there is none
 * @param cycleDays the customer's own cycle: the median of the gaps between days with an order, in days; null with less than two such days
 */
public record OrderFacts(
        long count,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Long recencyDays,
        long frequency,
        long monetary,
        long priced,
        long monthOrders,
        long quarterOrders,
        long revenue,
        long refunded,
        SortedMap<String, Long> otherCurrencies,
        @Nullable Long meanValue,
        @Nullable Long recentMeanValue,
        @Nullable Long previousMeanValue,
        @Nullable Double cycleDays) {

    public OrderFacts {
        otherCurrencies = Collections.unmodifiableSortedMap(new TreeMap<>(otherCurrencies));
    }

    /** Orders after the first. */
    public long repurchases() {
        return Math.max(0, count - 1);
    }
}
