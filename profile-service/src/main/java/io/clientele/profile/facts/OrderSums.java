package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Adds up a customer's orders as of a day. For one thread, for one customer. */
final class OrderSums {

    private final BusinessDay today;
    private final FactsRules rules;
    private Span placed = Span.NONE;
    private long count;
    private long month;
    private long quarter;
    private long frequency;
    private long refunded;
    private long refundedOfYear;
    private final MeanValue ever = new MeanValue();
    private final MeanValue year = new MeanValue();
    private final MeanValue recent = new MeanValue();
    private final MeanValue previous = new MeanValue();
    private final SortedMap<String, Long> otherCurrencies = new TreeMap<>();
    private final SortedMap<String, Long> spentOnCategories = new TreeMap<>();
    private int[] days = new int[8];

    OrderSums(BusinessDay today, FactsRules rules) {
        this.today = today;
        this.rules = rules;
    }

    /** A sum with the number of orders in it. */
    private static final class MeanValue {
        private long sum;
        private long orders;

        void add(long amount) {
            sum = Amounts.add(sum, amount);
            orders++;
        }

        @Nullable
        Long mean() {
            // Half up: a sum's double may not fit, its half does.
            return orders == 0 ? null : Long.valueOf(sum / orders + (sum % orders >= orders - sum % orders ? 1 : 0));
        }
    }

    void add(LedgerOrder order) {
        refund(order);
        Instant placedAt = order.placedAt();
        if (placedAt == null || !order.counts()) {
            return;
        }
        placed = placed.plus(placedAt.toEpochMilli());
        int day = today.dayOf(placedAt.toEpochMilli());
        day(day);
        month += within(day, rules.monthDays()) ? 1 : 0;
        quarter += within(day, rules.quarterDays()) ? 1 : 0;
        frequency += within(day, rules.yearDays()) ? 1 : 0;
        order.revenue().millionths().forEach((currency, amount) -> revenue(currency, amount, day));
        if (within(day, rules.yearDays())) {
            order.categories().forEach(this::category);
        }
    }

    OrderFacts facts() {
        Instant last = placed.lastInstant();
        return new OrderFacts(
                count,
                placed.firstInstant(),
                last,
                last == null ? null : today.since(last),
                frequency,
                rules.netOfRefunds() ? Math.max(0, year.sum - refundedOfYear) : year.sum,
                year.orders,
                month,
                quarter,
                ever.sum,
                refunded,
                otherCurrencies,
                year.orders == 0 ? ever.mean() : year.mean(),
                recent.mean(),
                previous.mean(),
                cycle());
    }

    /** What was spent on each category within the year, in the main currency. */
    Map<String, Long> spentOnCategories() {
        return spentOnCategories;
    }

    private void refund(LedgerOrder order) {
        long amount = order.refunded(rules.currency());
        if (amount == 0 || order.cancelledAt() != null) {
            return;
        }
        refunded = Amounts.add(refunded, amount);
        Instant at = order.placedAt() == null ? order.refundedAt() : order.placedAt();
        if (at != null && within(today.dayOf(at.toEpochMilli()), rules.yearDays())) {
            refundedOfYear = Amounts.add(refundedOfYear, amount);
        }
    }

    private void revenue(String currency, long amount, int day) {
        if (!currency.equals(rules.currency())) {
            otherCurrencies.merge(currency, amount, Amounts::add);
            return;
        }
        ever.add(amount);
        if (within(day, rules.yearDays())) {
            year.add(amount);
            (within(day, rules.orderValueDays()) ? recent : previous).add(amount);
        }
    }

    private void category(String category, Amounts spent) {
        if (spent.has(rules.currency())) {
            spentOnCategories.merge(category, spent.in(rules.currency()), Amounts::add);
        }
    }

    private boolean within(int day, int lastDays) {
        return day > today.number() - lastDays;
    }

    private void day(int day) {
        if (count == days.length) {
            days = Arrays.copyOf(days, days.length * 2);
        }
        days[(int) count++] = day;
    }

    /** The median gap between days with an order: several of one day are one purchase, or the cycle of many would be zero. */
    private @Nullable Double cycle() {
        if (count < 2) {
            return null;
        }
        int[] distinct = Arrays.stream(days, 0, (int) count).sorted().distinct().toArray();
        if (distinct.length < 2) {
            return null;
        }
        int[] gaps = new int[distinct.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = distinct[i + 1] - distinct[i];
        }
        Arrays.sort(gaps);
        int middle = gaps.length / 2;
        return gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
    }
}
