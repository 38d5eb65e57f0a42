package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;

/**
 * An order, as the sum of the events that name it: one event for the whole, or one for each line. {@link #plus} is commutative
 * and associative. It is not idempotent: an event that is added twice counts twice, so whoever folds adds each event once.
 *
 * @param placedAt the earliest {@code Order Completed}; absent if there was none, and then it is no order that counts
 * @param refundedAt the earliest {@code Order Refunded}
 * @param cancelledAt the earliest {@code Order Cancelled} or event whose status says so; what is cancelled stays so
 * @param status by the latest event
 * @param revenue as ordered, before refunds
 * @param refunds what went back; a negative revenue of an {@code Order Completed} is money that went back
 * @param refundedWhole whether a refund named no amount, which means all of it
 * @param lines products over all {@code Order Completed}; an event without products is one line
 * @param pieces their quantities
 * @param categories what was spent on each, at most {@value #MOST_CATEGORIES}
 */
public record LedgerOrder(
        @Nullable Instant placedAt,
        @Nullable Instant refundedAt,
        @Nullable Instant cancelledAt,
        @Nullable OrderStatus status,
        Amounts revenue,
        Amounts refunds,
        boolean refundedWhole,
        long lines,
        long pieces,
        SortedMap<String, Amounts> categories) {

    static final int MOST_CATEGORIES = 64;

    private static final int FORMAT = 1;

    public LedgerOrder {
        TreeMap<String, Amounts> kept = new TreeMap<>(categories);
        Kept.trim(kept, MOST_CATEGORIES, Set.of());
        categories = Collections.unmodifiableSortedMap(kept);
    }

    /** What an event says of the order that it names; null if it names none or is not about an order's fate. */
    public static @Nullable LedgerOrder of(Event event) {
        return OrderReading.of(event);
    }

    public LedgerOrder plus(LedgerOrder other) {
        TreeMap<String, Amounts> spent = new TreeMap<>(categories);
        other.categories.forEach((category, amounts) -> spent.merge(category, amounts, Amounts::plus));
        return new LedgerOrder(
                earlier(placedAt, other.placedAt),
                earlier(refundedAt, other.refundedAt),
                earlier(cancelledAt, other.cancelledAt),
                later(status, other.status),
                revenue.plus(other.revenue),
                refunds.plus(other.refunds),
                refundedWhole || other.refundedWhole,
                Amounts.add(lines, other.lines),
                Amounts.add(pieces, other.pieces),
                spent);
    }

    /** Whether it counts as an order: it was placed and not cancelled. */
    public boolean counts() {
        return placedAt != null && cancelledAt == null;
    }

    /** What went back, in millionths of a currency. */
    public long refunded(String currency) {
        return refundedWhole ? Math.max(revenue.in(currency), refunds.in(currency)) : refunds.in(currency);
    }

    /** The bytes to store it as; equal orders have equal bytes. */
    public byte[] toBytes() {
        PackedWriter out = new PackedWriter();
        out.number(FORMAT);
        write(out, placedAt);
        write(out, refundedAt);
        write(out, cancelledAt);
        write(out, status == null ? null : status.at());
        if (status != null) {
            out.text(status.text());
        }
        revenue.write(out);
        refunds.write(out);
        out.number(refundedWhole ? 1 : 0);
        out.number(lines);
        out.number(pieces);
        out.number(categories.size());
        categories.forEach((category, amounts) -> {
            out.text(category);
            amounts.write(out);
        });
        return out.bytes();
    }

    /**
     * The order that was stored as these bytes.
     *
     * @throws IllegalArgumentException if they are no order, or one of an unknown format
     */
    public static LedgerOrder of(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        if (in.number() != FORMAT) {
            throw new IllegalArgumentException("This order was stored in another format");
        }
        Instant placedAt = instant(in);
        Instant refundedAt = instant(in);
        Instant cancelledAt = instant(in);
        Instant statusAt = instant(in);
        LedgerOrder read = new LedgerOrder(
                placedAt,
                refundedAt,
                cancelledAt,
                statusAt == null ? null : new OrderStatus(statusAt, in.requiredText()),
                Amounts.read(in),
                Amounts.read(in),
                in.number() == 1,
                in.number(),
                in.number(),
                categories(in));
        in.end();
        return read;
    }

    private static SortedMap<String, Amounts> categories(PackedReader in) {
        SortedMap<String, Amounts> categories = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            categories.put(in.requiredText(), Amounts.read(in));
        }
        return categories;
    }

    // Instants are from 1970 on, so that -1 says that there is none.
    private static void write(PackedWriter out, @Nullable Instant instant) {
        out.number(instant == null ? -1 : instant.toEpochMilli());
    }

    private static @Nullable Instant instant(PackedReader in) {
        long millis = in.number();
        return millis == -1 ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? b : a;
    }

    private static @Nullable OrderStatus later(@Nullable OrderStatus a, @Nullable OrderStatus b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return OrderStatus.later(a, b);
    }
}
