package io.clientele.command.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.HomeLock;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;

/**
 * Owns every process of the stack. It ends them in order when it is told to or its own process is asked to end; should
 * it be killed, they end by themselves.
 */
public final class Supervisor {
    /** Far beyond the usual, so that a slow machine still gets there. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final StateFile stateFile;
    private final HomeLock lock;
    private final StackBoard board;
    private final List<PartLoop> services;
    private final List<PartLoop> servers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();

    private Supervisor(
            StateFile stateFile, HomeLock lock, StackBoard board, List<PartLoop> servers, List<PartLoop> services) {
        this.stateFile = stateFile;
        this.lock = lock;
        this.board = board;
        this.servers = servers;
        this.services = services;
    }

    /**
     * Starts all parts and returns at once.
     *
     * @throws CommandFailure when a stack already runs on this data folder
     */
    public static Supervisor start(Home home, Path root, StackLog log) throws IOException, InterruptedException {
        home.create();
        StateFile stateFile = new StateFile(home);
        HomeLock lock = HomeLock.tryAcquire(home)
                .orElseThrow(() -> CommandFailure.failed("a stack already runs on " + home.folder()
                        + "; './clientele status' shows it, './clientele down' ends it"));
        Leftovers.awaitEnd(stateFile);
        Parts parts = Parts.of(home, root);
        StackBoard board = new StackBoard(stateFile, parts.all(), log);
        List<PartLoop> servers = loops(parts.servers(), board, log);
        List<PartLoop> services = loops(parts.services(), board, log);
        Supervisor supervisor = new Supervisor(stateFile, lock, board, servers, services);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::endAtExit, "stop"));
        servers.forEach(PartLoop::start);
        services.forEach(PartLoop::start);
        return supervisor;
    }

    /** Returns when every part is ready; otherwise ends the stack and says why. */
    public void awaitReady() throws IOException, InterruptedException {
        Optional<String> failure = board.awaitAllReady(READY_LIMIT);
        if (failure.isPresent()) {
            end();
            throw CommandFailure.failed("the stack did not start: " + failure.get());
        }
    }

    public StackState state() {
        return board.state();
    }

    /** Returns when the stack has been ended, which is when this process is asked to end. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Ends the services, then the servers that they use; returns when all have ended, whoever began. */
    public void end() throws IOException, InterruptedException {
        if (!ending.compareAndSet(false, true)) {
            ended.await();
            return;
        }
        stopTogether(services);
        stopTogether(servers);
        try {
            stateFile.clear();
            lock.close();
        } finally {
            ended.countDown();
        }
    }

    private void endAtExit() {
        try {
            end();
        } catch (IOException e) {
            throw new IllegalStateException("the stack could not be ended in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<PartLoop> loops(List<? extends Part> parts, StackBoard board, StackLog log) {
        return parts.stream().map(part -> new PartLoop(part, board, log)).toList();
    }

    private static void stopTogether(List<PartLoop> loops) throws InterruptedException {
        loops.forEach(PartLoop::askToStop);
        for (PartLoop loop : loops) {
            loop.awaitEnd();
        }
    }
}
