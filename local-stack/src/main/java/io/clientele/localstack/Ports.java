package io.clientele.localstack;

import java.util.function.IntFunction;

/** Starts something on a wished or on a free port, and tries again if a free one was taken meanwhile. */
final class Ports {

    private static final int ATTEMPTS = 5;

    private Ports() {}

    /**
     * @param wished a port, or 0 for a free one
     * @param start starts a server on a port and throws if it ends
     */
    static <S> S starting(int wished, IntFunction<S> start) {
        if (wished != 0) {
            requireFree(wished);
            return start.apply(wished);
        }
        for (int attempt = 1; ; attempt++) {
            int port = FreePorts.any();
            try {
                return start.apply(port);
            } catch (LocalStackException e) {
                // If the port is free again now, it is not what the server failed on.
                if (attempt == ATTEMPTS
                        || e.code() != LocalStackException.Code.START_FAILED
                        || FreePorts.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    static void requireFree(int port) {
        if (!FreePorts.isFree(port)) {
            throw new LocalStackException(
                    LocalStackException.Code.PORT_IN_USE,
                    "Port " + port + " on 127.0.0.1 is in use by another process; stop it or choose another port.");
        }
    }
}
