package io.clientele.command.home;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that is recognised again: numbers are reused, so the start time goes with the number.
 *
 * @param startedAt milliseconds since 1970, 0 when the system does not tell
 */
public record ProcessId(long pid, long startedAt) {
    /** Linux reckons a start from its clock, which may be set meanwhile; a number is not reused that quickly. */
    private static final long TOLERANCE_MILLIS = 2_000;

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    public static ProcessId current() {
        return of(ProcessHandle.current());
    }

    /** The living process that this names; empty when it has ended or its number now belongs to another. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedAt) <= TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
