package io.clientele.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process on a leash: when this JVM ends, however it ends, the child is asked to stop, and killed if it has not
 * done so after {@value #LEASH_SECONDS} s.
 *
 * <p>The leash is the pipe to the child's standard input. A shell starts a watcher that reads from it and then becomes
 * the command itself, so {@link #pid()} is the command's own. When the last writer of the pipe is gone, the watcher
 * reads the end of the file and stops the process, after checking by its birth time that the pid has not passed on to
 * another process. The command's own standard input is empty.
 *
 * <p>The child is in a session of its own: a Ctrl-C at the terminal reaches this JVM only, which then stops its children
 * in its own order.
 */
public final class ChildProcess implements AutoCloseable {

    static final int LEASH_SECONDS = 20;

    static final Duration PATIENCE = Duration.ofSeconds(LEASH_SECONDS);

    // The watcher is forked twice, so that the command never finds an unknown child of its own; PostgreSQL minds.
    private static final String LEASH = """
            stop=$1; patience=$2; shift 2
            exec 3<&0
            born() { read -r stat 2>/dev/null </proc/$$/stat || return 1; set -- ${stat##*) }; shift 19; echo "$1"; }
            birth=$(born)
            lives() { [ "$(born)" = "$birth" ]; }
            watch() {
              trap '' HUP INT QUIT TERM
              read -r line <&3
              lives || return 0
              kill -"$stop" $$
              while [ "$patience" -gt 0 ] && lives; do sleep 1; patience=$((patience - 1)); done
              if lives; then kill -KILL $$; fi
              return 0
            }
            ( watch </dev/null >/dev/null 2>&1 & )
            exec setsid "$@" </dev/null 3<&-
            """;

    private final String name;
    private final Process process;
    private final StopSignal stopSignal;
    private final Duration patience;
    private final LogFile log;
    private final CompletableFuture<Integer> exit;

    private ChildProcess(String name, Process process, StopSignal stopSignal, Duration patience, LogFile log) {
        this.name = name;
        this.process = process;
        this.stopSignal = stopSignal;
        this.patience = patience;
        this.log = log;
        // Also what keeps the Process, and with it the pipe, from being garbage collected while the child runs.
        this.exit = process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Starts a command.
     *
     * @param name what messages call it
     * @param command the program and its arguments
     * @param environment variables in addition to those of this process
     * @param workDir the command's working folder, which must exist
     * @param logFile takes standard output and error; the file of the run before is kept with the suffix {@code .1}
     * @throws LocalStackException {@code START_FAILED} or {@code FILE_FAILED}; a command that cannot be found shows as
     *     an exit code of 127 with its reason in the log
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path workDir, Path logFile) {
        return start(name, command, environment, workDir, logFile, StopSignal.TERM, PATIENCE);
    }

    static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path workDir,
            Path logFile,
            StopSignal stopSignal,
            Duration patience) {
        LogFile log = new LogFile(logFile);
        log.rotate();
        List<String> leashed = new ArrayList<>(
                List.of("/bin/sh", "-c", LEASH, "leash", stopSignal.name(), Long.toString(patience.toSeconds())));
        leashed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(leashed)
                .directory(workDir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, builder.start(), stopSignal, patience, log);
        } catch (IOException e) {
            throw new LocalStackException(
                    LocalStackException.Code.START_FAILED, "Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code; 128 and the signal's number after a signal. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** The last lines that the command wrote, for an error message. */
    public String logTail() {
        return log.tail();
    }

    /** Asks the child to stop, waits up to {@value #LEASH_SECONDS} s, then kills it. Does nothing if it has ended. */
    @Override
    public void close() {
        if (!isAlive()) {
            return;
        }
        stopSignal.sendTo(process.toHandle());
        if (!awaitExit(patience)) {
            kill();
        }
    }

    /** Kills the child at once (SIGKILL), as a fault would, and returns when it is gone. */
    public void kill() {
        // Not Process.destroyForcibly, which also closes the pipe and so would set off the watcher.
        process.toHandle().destroyForcibly();
        if (!awaitExit(PATIENCE)) {
            throw new IllegalStateException(name + " (process " + pid() + ") is still there after SIGKILL");
        }
    }

    /** Waits for the end; false if the child still runs after the limit. */
    boolean awaitExit(Duration limit) {
        try {
            exit.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    LocalStackException.Code.INTERRUPTED, "Interrupted while waiting for " + name + "; killed it", e);
        }
    }
}
