package io.clientele.command.stack;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.ProcessId;
import io.clientele.command.home.StateFile;

/**
 * The children of a supervisor that was killed. They end by themselves; a new stack waits for that, because two
 * servers must not open the same data.
 */
final class Leftovers {
    private static final Duration OWN_END = Duration.ofSeconds(15);
    private static final Duration FORCED_END = Duration.ofSeconds(10);

    private Leftovers() {}

    static void awaitEnd(StateFile file) throws InterruptedException {
        List<ProcessHandle> alive = file.last().stream()
                .flatMap(state -> state.parts().stream())
                .map(PartState::process)
                .filter(Objects::nonNull)
                .map(ProcessId::find)
                .flatMap(java.util.Optional::stream)
                .toList();
        for (ProcessHandle process : alive) {
            if (!ends(process, OWN_END)) {
                process.destroyForcibly();
                if (!ends(process, FORCED_END)) {
                    throw CommandFailure.failed("process " + process.pid() + " of an earlier run does not end");
                }
            }
        }
    }

    private static boolean ends(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        }
    }
}
