package io.clientele.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds TCP ports on 127.0.0.1 that nobody listens on. Whoever asks must be ready to find the port taken later. */
public final class FreePorts {

    /**
     * Below the range that the kernel takes the ports of outgoing connections from (32768 on Linux), so that no
     * connection sits on a server's port while the server restarts.
     */
    private static final int LOWEST = 20_000;

    private static final int BOUND = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /**
     * Answers the preferred port if it is free, else some free port.
     *
     * @param preferred 1 to 65535, or 0 for any
     */
    public static int prefer(int preferred) {
        return preferred != 0 && isFree(preferred) ? preferred : any();
    }

    static int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalStackException(
                LocalStackException.Code.PORT_IN_USE, "No free port between " + LOWEST + " and " + BOUND);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
