package io.clientele.funnel.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.funnel.TestShop;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * An Elasticsearch whose indices stand and whose bulks fail at will: an event's name says how. A bulk with an event named
 * {@link #HELD} is answered when {@code POST /release} is; {@code GET /held} tells how many wait.
 */
public final class StubbornElasticsearch implements QuarkusTestResourceLifecycleManager {

    static final String HELD = "is held";
    static final String OVERLOADED = "is answered 429";
    static final String UNAVAILABLE = "is answered 503";
    static final String FORBIDDEN = "is answered 403";
    static final String HUNG_UP = "closes the connection";
    static final String SHARD_OVERLOADED = "finds a shard that answers 429";
    static final String SHARD_AWAY = "finds a shard that answers 503";

    private final HttpServer server = listening();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore released = new Semaphore(0);

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(threads);
        // The start's questions after the version, the indices and the mapping are content with any object.
        server.createContext("/", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/_bulk", this::bulk);
        server.createContext("/held", exchange -> answer(exchange, 200, String.valueOf(released.getQueueLength())));
        server.createContext("/release", this::release);
        server.start();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                server.getAddress().getHostString() + ":" + server.getAddress().getPort(),
                "clientele.collect.write-keys",
                TestShop.SOURCE + ":" + TestShop.WRITE_KEY);
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void release(HttpExchange exchange) throws IOException {
        released.release();
        answer(exchange, 200, "{}");
    }

    private void bulk(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains(HUNG_UP)) {
            exchange.close();
        } else if (body.contains(OVERLOADED)) {
            answer(exchange, 429, "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}");
        } else if (body.contains(UNAVAILABLE)) {
            answer(exchange, 503, "{}");
        } else if (body.contains(FORBIDDEN)) {
            answer(exchange, 403, "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"secret\"}}");
        } else if (body.contains(SHARD_OVERLOADED)) {
            answer(exchange, 200, "{\"errors\":true,\"items\":[{\"create\":{\"status\":429}}]}");
        } else if (body.contains(SHARD_AWAY)) {
            answer(exchange, 200, "{\"errors\":true,\"items\":[{\"create\":{\"status\":503}}]}");
        } else {
            if (body.contains(HELD)) {
                released.acquireUninterruptibly();
            }
            answer(exchange, 200, "{\"errors\":false}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
