package io.clientele.loader.demoshop;

import java.time.Instant;
import java.time.LocalDate;

import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Rows;

/**
 * The demo shop: a year of a made-up shop, ending at a given instant. Equal arguments give equal bytes, everywhere and at any
 * time. The messages come customer by customer, each customer's in order of time; what the shop spent on advertising comes
 * last. A larger shop begins with the customers of a smaller one of the same seed and end.
 *
 * @param seed any number
 * @param events 1 to {@value #MOST_EVENTS}
 * @param end the shop's year ends at the last midnight of China at or before it
 */
public record DemoShop(long seed, long events, Instant end) implements EventSource {

    public static final long DEFAULT_SEED = 42;
    public static final long DEFAULT_EVENTS = 200_000;
    public static final long MOST_EVENTS = 50_000_000;
    /**
     * The first midnight of 2026 in China: fixed, so that figures, tests and benchmarks are the same whenever they are made.
     * {@code ./clientele demo} ends at {@link #endBy} instead.
     */
    public static final Instant DEFAULT_END = Instant.parse("2025-12-31T16:00:00Z");

    public DemoShop {
        if (events < 1 || events > MOST_EVENTS) {
            throw new IllegalArgumentException("events must be 1 to " + MOST_EVENTS + ", not " + events);
        }
    }

    /** The latest end of a shop of which everything has happened by an instant. */
    public static Instant endBy(Instant now) {
        return endOn(Calendar.date(now));
    }

    /** The end of a shop whose last day is the one before the given one, in China. */
    public static Instant endOn(LocalDate nextDay) {
        return Calendar.midnight(nextDay);
    }

    @Override
    public String dataSet() {
        return "demo-shop";
    }

    @Override
    public String fingerprint() {
        return world() + "-" + events;
    }

    @Override
    public long size() {
        return events;
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS;
    }

    @Override
    public Rows open() {
        return new ShopRows(seed, events, new Calendar(end), dataSet() + "-" + world() + "-");
    }

    /** What a customer's messages depend on, and so their ids. */
    private String world() {
        long day = new Calendar(end).endMillis() / 3_600_000L;
        return Long.toString(seed, Character.MAX_RADIX) + "-" + Long.toString(day, Character.MAX_RADIX);
    }
}
