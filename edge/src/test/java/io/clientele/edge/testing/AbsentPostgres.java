package io.clientele.edge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the application at a PostgreSQL that does not run yet; the test starts it on the port kept for it. */
public final class AbsentPostgres implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "clientele.test.postgres-port";
    static final String DATABASE = "outage";
    static final String LOGIN = "outage";
    static final String PASSWORD = "outage";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        // By a system property: the test's class loader shares no static state with this one.
        System.setProperty(PORT, Integer.toString(port));
        return Map.of(
                "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + port + "/" + DATABASE,
                "quarkus.datasource.username", LOGIN,
                "quarkus.datasource.password", PASSWORD);
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
