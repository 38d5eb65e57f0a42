package io.clientele.command.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.PartState.Phase;
import io.clientele.command.home.ProcessId;

/** Keeps one part alive: starts it when what it needs is ready, and starts it again when it ends unasked. */
final class PartLoop implements Runnable {
    private static final Duration PROBE_EVERY = Duration.ofMillis(200);
    private static final Duration WATCH_EVERY = Duration.ofMillis(500);

    /** A part that dies this often without ever having been ready has a lasting fault; starting it again is no help. */
    private static final int EARLY_DEATHS = 3;

    private final Part part;
    private final StackBoard board;
    private final StackLog log;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private @Nullable RunningPart running;
    private BackOff backOff = BackOff.NONE;
    private boolean wasReady;
    private int restarts;

    PartLoop(Part part, StackBoard board, StackLog log) {
        this.part = part;
        this.board = board;
        this.log = log;
    }

    void start() {
        Thread runner = new Thread(this, part.name());
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    /** Safe to call at any moment, also before the loop was started. */
    void askToStop() {
        stopAsked.countDown();
        Thread runner = thread;
        if (runner == null) {
            ended.countDown();
        } else {
            runner.interrupt();
        }
    }

    /** Returns when the part's process has ended for good. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void run() {
        try {
            board.awaitReady(part.needs());
            while (!stopping()) {
                runOnce();
            }
        } catch (InterruptedException e) {
            // Only askToStop() interrupts, and what is left to do then follows below.
            Thread.currentThread().interrupt();
        } catch (CommandFailure e) {
            // A fault that another attempt does not mend, such as a service that was not built.
            board.fail(e.sentence());
        } catch (RuntimeException e) {
            // The edge of this thread: without a word to the board everybody would wait for the part for ever.
            log.keep("the loop of " + part.name() + " failed", e);
            board.fail(part.name() + " cannot be run (" + e.getMessage() + ")");
        } finally {
            tryToStopProcess();
            ended.countDown();
        }
    }

    private boolean stopping() {
        return stopAsked.getCount() == 0;
    }

    private void runOnce() throws InterruptedException {
        long start = System.nanoTime();
        String end = live(start);
        if (!stopping()) {
            tryToStopProcess();
            startAgainLater(end, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Starts the process, follows it to its end, and returns how it ended. */
    private String live(long start) throws InterruptedException {
        try {
            requireLastOneEnded();
            publish(Phase.STARTING, "starting");
            RunningPart process = part.launch();
            running = process;
            awaitReady(process, start);
            watch(process);
            return wasReady ? "ended unexpectedly" : "ended before it was ready:\n" + process.lastWords();
        } catch (CommandFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Also what nobody foresaw, such as a damaged file that a server trips over: the part is worth another
            // attempt. What an orderly stop interrupts is no failure.
            if (!stopping()) {
                log.keep("cannot run " + part.name(), e);
            }
            return (running == null ? "could not be started: " : "failed: ") + e.getMessage();
        }
    }

    /** What could not be stopped after the last run still holds the port and the data that the next one needs. */
    private void requireLastOneEnded() {
        tryToStopProcess();
        RunningPart last = running;
        if (last != null && alive(last)) {
            throw new IllegalStateException("process " + last.pid() + " of its last run does not end");
        }
        running = null;
    }

    private void awaitReady(RunningPart process, long start) throws InterruptedException {
        String lastNote = "";
        while (alive(process)) {
            Optional<String> missing = process.whyNotReady();
            if (missing.isEmpty()) {
                wasReady = true;
                publish(Phase.READY, "");
                log.say("%s ready at %s after %.1f s"
                        .formatted(shownName(), part.address(), (System.nanoTime() - start) / 1e9));
                return;
            }
            if (!missing.get().equals(lastNote)) {
                lastNote = missing.get();
                publish(Phase.STARTING, lastNote);
            }
            pause(PROBE_EVERY);
        }
    }

    private void watch(RunningPart process) throws InterruptedException {
        while (alive(process)) {
            pause(WATCH_EVERY);
            board.catchUp();
        }
    }

    private static boolean alive(RunningPart process) {
        return ProcessHandle.of(process.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    private void pause(Duration limit) throws InterruptedException {
        if (stopAsked.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("asked to stop");
        }
    }

    private void startAgainLater(String end, Duration run) throws InterruptedException {
        backOff = backOff.afterRunOf(run);
        if (!wasReady && backOff.failuresInARow() >= EARLY_DEATHS) {
            publish(Phase.RESTARTING, end);
            board.fail(part.name() + " " + end);
            stopAsked.await();
            return;
        }
        restarts++;
        log.say("%s %s; starting it again in %d s"
                .formatted(shownName(), end, backOff.delay().toSeconds()));
        publish(Phase.RESTARTING, end);
        pause(backOff.delay());
    }

    private void tryToStopProcess() {
        try {
            stopProcess();
        } catch (RuntimeException e) {
            log.keep(part.name() + " could not be stopped in order", e);
        }
    }

    private void stopProcess() {
        RunningPart process = running;
        if (process == null) {
            return;
        }
        // An interrupt that ended the loop must not end the orderly stop of its process.
        boolean interrupted = Thread.interrupted();
        boolean wasAlive = alive(process);
        if (wasAlive) {
            publish(Phase.STOPPING, "stopping");
        }
        process.stop();
        running = null;
        if (wasAlive) {
            publish(Phase.STOPPING, "stopped");
            log.say(shownName() + " stopped");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String shownName() {
        return "%-18s".formatted(part.name());
    }

    private void publish(Phase phase, String note) {
        RunningPart process = running;
        ProcessId id = process == null
                ? null
                : ProcessHandle.of(process.pid()).map(ProcessId::of).orElse(null);
        board.update(new PartState(part.name(), id, part.address(), phase, note, restarts));
    }
}
