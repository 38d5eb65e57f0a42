package io.clientele.rounds;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * One piece of work, done again and again: the next round begins after the pause that the last one asks for. A round that
 * fails is logged once until another thing goes wrong, and followed by a pause that doubles up to a limit. Stopping
 * cancels the round under way.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String what;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Supplier<Uni<Duration>> round;
    private final ScheduledExecutorService threads = Infrastructure.getDefaultWorkerPool();

    private int failures;
    private boolean stopped;
    private @Nullable Cancellable underWay;
    private volatile @Nullable String obstacle;

    /**
     * Rounds that are not begun.
     *
     * @param what the work, for the log: "folding shard 0"
     * @param firstPause after the first failure in a row
     * @param longestPause after many
     * @param round does one, and gives the pause after it
     */
    public Rounds(String what, Duration firstPause, Duration longestPause, Supplier<Uni<Duration>> round) {
        this.what = what;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.round = round;
    }

    /** The work, for the log. */
    public String what() {
        return what;
    }

    /** Begins. */
    public Rounds start() {
        after(Duration.ZERO);
        return this;
    }

    /** Ends, and cancels the round under way. */
    public synchronized void stop() {
        stopped = true;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    /** What was in the way of the last round; null if nothing was. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    private synchronized void begin() {
        if (!stopped) {
            underWay = Uni.createFrom().deferred(round::get).subscribe().with(this::done, this::failed);
        }
    }

    private synchronized void done(Duration pause) {
        failures = 0;
        obstacle = null;
        after(pause);
    }

    private synchronized void failed(Throwable failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (!reason.equals(obstacle)) {
            LOG.warnf(failure, "%s failed and is tried again", what);
        }
        obstacle = reason;
        long pause = firstPause.toMillis() << Math.min(failures, 20);
        failures++;
        after(Duration.ofMillis(Math.min(pause, longestPause.toMillis())));
    }

    private void after(Duration pause) {
        // On another thread, so that rounds that end at once do not pile up on one stack.
        threads.execute(() -> {
            if (pause.isZero()) {
                begin();
            } else {
                later(pause);
            }
        });
    }

    private void later(Duration pause) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .onExecutor(threads)
                .by(pause)
                .subscribe()
                .with(ignored -> begin(), this::failed);
    }
}
