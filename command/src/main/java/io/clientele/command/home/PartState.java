package io.clientele.command.home;

import org.jspecify.annotations.Nullable;

/**
 * One server or service as the supervisor last saw it.
 *
 * @param process null while none runs
 * @param address where it listens, without a trailing slash
 * @param note why it is not ready; empty when it is
 * @param restarts how often it had to be started again since the stack came up
 */
public record PartState(
        String name, @Nullable ProcessId process, String address, Phase phase, String note, int restarts) {

    /** The life of a part. */
    public enum Phase {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        STOPPING
    }

    public boolean ready() {
        return phase == Phase.READY;
    }
}
