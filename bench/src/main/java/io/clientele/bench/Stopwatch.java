package io.clientele.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** Measures from its making on. */
final class Stopwatch {

    private final Supplier<ServersTime> servers;
    private final ServersTime before;
    private final long begin;

    Stopwatch(Supplier<ServersTime> servers) {
        this.servers = servers;
        this.before = servers.get();
        this.begin = System.nanoTime();
    }

    /**
     * A moment.
     *
     * @param time since the beginning
     * @param cpu what the servers cost since then
     */
    record Mark(Duration time, ServersTime cpu) {}

    Mark mark() {
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return new Mark(time, servers.get().minus(before));
    }
}
