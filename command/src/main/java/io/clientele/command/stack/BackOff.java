package io.clientele.command.stack;

import java.time.Duration;

/** How long to wait before a start: doubles with each failure in a row, up to half a minute. */
record BackOff(int failuresInARow) {
    static final BackOff NONE = new BackOff(0);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A part that ran this long was healthy; its next failure is a first one again. */
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    BackOff afterRunOf(Duration run) {
        return run.compareTo(HEALTHY) >= 0 ? new BackOff(1) : new BackOff(failuresInARow + 1);
    }

    Duration delay() {
        if (failuresInARow == 0) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failuresInARow - 1, 10);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
