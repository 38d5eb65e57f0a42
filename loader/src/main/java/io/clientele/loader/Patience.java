package io.clientele.loader;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Decides how long to wait before a request is sent again, and when to give up: once no request of the load has been
 * answered for the given time.
 */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** As Segment's own clients: a collector cannot send its callers to sleep for longer than this. */
    private static final Duration LONGEST_DEMANDED_PAUSE = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 20;

    private final Duration limit;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final AtomicLong lastAnswer;

    Patience(Duration limit, LongSupplier nanoTime, Sleeper sleeper) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.lastAnswer = new AtomicLong(nanoTime.getAsLong());
    }

    /** How a thread passes the time. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    void answered() {
        lastAnswer.set(nanoTime.getAsLong());
    }

    /** Tell whether the time is up. */
    boolean exhausted() {
        return sinceAnswer().compareTo(limit) >= 0;
    }

    Duration sinceAnswer() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastAnswer.get());
    }

    /** Follow what the collector demands, within reason. */
    Duration demanded(Duration demanded) {
        return shortest(demanded, LONGEST_DEMANDED_PAUSE);
    }

    /** Double the pause with every attempt and take a random part of its upper half, so that clients do not return as one. */
    Duration afterAttempt(int attempt) {
        Duration full = shortest(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS)), LONGEST_PAUSE);
        long half = full.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    void sleep(Duration pause) throws InterruptedException {
        Duration left = limit.minus(sinceAnswer());
        sleeper.sleep(left.isNegative() ? Duration.ZERO : shortest(pause, left));
    }

    private static Duration shortest(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
