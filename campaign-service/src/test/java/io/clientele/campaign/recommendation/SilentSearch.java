package io.clientele.campaign.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An Elasticsearch that takes searches for events and never answers, and refuses everything else. */
public final class SilentSearch implements QuarkusTestResourceLifecycleManager {

    private static final String SEARCHES = "clientele.test.searches";
    private static final AtomicInteger ASKED = new AtomicInteger();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/events/_search")) {
                System.setProperty(SEARCHES, String.valueOf(ASKED.incrementAndGet()));
            } else {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            }
        });
        server.start();
        System.setProperty(SEARCHES, "0");
        return Map.of(
                "quarkus.elasticsearch.hosts",
                "127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many searches it has taken. Tests are loaded apart from it, so that a property tells them. */
    static int asked() {
        return Integer.getInteger(SEARCHES);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
