package io.clientele.rounds;

import java.time.Duration;

/**
 * Lets work come together for a while instead of doing it at once, as long as the service is far behind the feed: what would
 * be done now would soon have to be done again. For one thread at a time.
 */
public final class Linger {

    private final FeedBacklog backlog;
    private final long longestNanos;

    /** Whether the last look found all that there was to do, and when that was. */
    private boolean caughtUp;

    private long caughtUpAt;

    /**
     * Nothing gathers before everything was done once.
     *
     * @param longest how long anything waits at most
     */
    public Linger(FeedBacklog backlog, Duration longest) {
        this.backlog = backlog;
        this.longestNanos = longest.toNanos();
    }

    /** Whether work should be left to gather for now. */
    public boolean goesOn() {
        return caughtUp && backlog.isLong() && System.nanoTime() - caughtUpAt < longestNanos;
    }

    /**
     * Work was done.
     *
     * @param all whether nothing is left to do
     */
    public void done(boolean all) {
        caughtUp = all;
        caughtUpAt = System.nanoTime();
    }
}
