package io.clientele.command.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.StateFile;

/** Ends a stack from outside. */
public final class RunningStack {
    /** Longer than every part together may take before it is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RunningStack() {}

    /** Asks the supervisor to end and returns when it has; false when none runs. */
    public static boolean end(Home home) throws InterruptedException {
        Optional<ProcessHandle> supervisor =
                new StateFile(home).last().flatMap(state -> state.supervisor().find());
        if (supervisor.isEmpty()) {
            return false;
        }
        ProcessHandle process = supervisor.get();
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            throw CommandFailure.failed(
                    "process " + process.pid() + " did not end within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        }
    }
}
