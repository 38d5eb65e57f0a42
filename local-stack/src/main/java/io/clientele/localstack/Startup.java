package io.clientele.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a server that has just been started. */
final class Startup {

    /** Several times what a busy machine of two cores needs. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration BEAT = Duration.ofMillis(50);

    private Startup() {}

    /**
     * Returns when the server is ready; remembers it in its data folder first.
     *
     * @throws LocalStackException {@code START_FAILED} with the log's last lines if it ends or is too slow; it is then
     *     no longer running
     */
    static void await(ChildProcess server, DataFolder data, BooleanSupplier ready) {
        boolean started = false;
        try {
            data.record(server.pid());
            poll(server, ready);
            started = true;
        } finally {
            if (!started) {
                server.close();
            }
        }
    }

    private static void poll(ChildProcess server, BooleanSupplier ready) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (server.awaitExit(BEAT)) {
                throw failure(server, "ended while starting");
            }
            if (System.nanoTime() > deadline) {
                throw failure(server, "was not ready within " + LIMIT.toSeconds() + " s");
            }
        }
    }

    private static LocalStackException failure(ChildProcess server, String what) {
        return new LocalStackException(
                LocalStackException.Code.START_FAILED,
                server.name() + " " + what + ". Its log ends with:\n" + server.logTail());
    }
}
