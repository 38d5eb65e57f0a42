package io.clientele.campaign.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Lets the service under test call receivers on this machine, and try again at once. */
public class DeliverySettings implements QuarkusTestResourceLifecycleManager {

    static final String SMTP_PORT = "clientele.test.smtp-port";
    static final int IN_FLIGHT = 4;
    static final int ATTEMPTS = 5;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        // By a system property: the test's class loader shares no static state with this one.
        System.setProperty(SMTP_PORT, Integer.toString(port));
        Map<String, String> settings = new HashMap<>();
        settings.put("clientele.webhooks.allow-http", "true");
        settings.put("clientele.webhooks.allow-private", "true");
        settings.put("clientele.delivery.in-flight", Integer.toString(IN_FLIGHT));
        settings.put("clientele.delivery.attempts", Integer.toString(ATTEMPTS));
        settings.put("clientele.delivery.timeout", "1s");
        settings.put("clientele.delivery.lease", "3s");
        settings.put("clientele.delivery.first-pause", "20ms");
        settings.put("clientele.delivery.longest-pause", "200ms");
        settings.put("clientele.delivery.beat", "20ms");
        settings.put("clientele.email.host", "127.0.0.1");
        settings.put("clientele.email.port", Integer.toString(port));
        settings.put("clientele.email.tls", "NONE");
        settings.put("clientele.email.from", "shop@shop.example");
        settings.put("clientele.email.from-name", "The Shop");
        settings.put("clientele.unsubscribe.base-url", "https://shop.example/campaigns");
        settings.put("clientele.unsubscribe.secret", "a secret of the tests, with more than 32 bytes");
        return settings;
    }

    @Override
    public void stop() {
        System.clearProperty(SMTP_PORT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
