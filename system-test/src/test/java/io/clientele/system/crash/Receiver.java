package io.clientele.system.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives what a webhook is sent, and now and then tells that it did not. */
final class Receiver implements AutoCloseable {

    /** One call in so many is answered with a failure, though its message is kept. */
    private static final int DENIED = 10;

    private final Map<String, Set<String>> bodies = new TreeMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private int calls;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    /** The bodies that came, by the keys that they came under. */
    synchronized Map<String, Set<String>> bodies() {
        return new TreeMap<>(bodies);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(keep(key, body) % DENIED == 0 ? 503 : 204, -1);
        }
    }

    /** Keeps a message; gives the call's number. */
    private synchronized int keep(String key, String body) {
        bodies.computeIfAbsent(key, _ -> new TreeSet<>()).add(body);
        return ++calls;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
