package io.clientele.command.catchup;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

import io.clientele.command.home.CommandFailure;

/** Waits until nothing is outstanding, and shows meanwhile what is. */
public final class CatchUp {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** A number that has not moved for so long will not move without help. */
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final Work work;
    private final WaitingLine line;
    private final InstantSource clock;
    private final Pauses pauses;

    /** Passes time; tests have another way. */
    interface Pauses {
        void pass(Duration pause) throws InterruptedException;
    }

    /** @param terminal whether somebody watches, and the same line can be drawn again */
    public CatchUp(StackWork work, PrintWriter progress, boolean terminal) {
        this(work, new WaitingLine(progress, terminal, InstantSource.system()), InstantSource.system(), Thread::sleep);
    }

    CatchUp(Work work, WaitingLine line, InstantSource clock, Pauses pauses) {
        this.work = work;
        this.line = line;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * Waits, has value scores measured once all events are counted, and waits until these show as well.
     *
     * @param limit how long in all
     * @throws CommandFailure when the time is over or nothing moves any more; it says what is outstanding
     */
    public void await(Duration limit) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(limit);
        until(Outstanding::folded, end, limit);
        work.measureValueScale();
        until(Outstanding::nothing, end, limit);
        line.end();
    }

    private void until(Predicate<Outstanding> done, Instant end, Duration limit)
            throws IOException, InterruptedException {
        Outstanding last = work.now();
        Instant moved = clock.instant();
        while (!done.test(last)) {
            line.show(last.text());
            pauses.pass(LOOK_EVERY);
            Outstanding next = work.now();
            Instant now = clock.instant();
            if (!next.equals(last)) {
                moved = now;
            }
            last = next;
            if (now.isAfter(end)) {
                throw stuck("needs more than " + minutes(limit), last);
            }
            if (now.isAfter(moved.plus(STANDSTILL))) {
                throw stuck("has stood still for " + minutes(STANDSTILL), last);
            }
        }
    }

    private CommandFailure stuck(String how, Outstanding last) {
        line.end();
        return CommandFailure.failed(
                "working off the events " + how + ": " + last.text() + "; see './clientele logs profile-service'");
    }

    private static String minutes(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
