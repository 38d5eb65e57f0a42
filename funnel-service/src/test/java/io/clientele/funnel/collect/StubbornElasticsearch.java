package io.clientele.funnel.collect;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import io.clientele.funnel.FakeElasticsearch;

/**
 * An Elasticsearch whose indices stand and whose bulks fail at will: an event's name says how. A bulk with an event named
 * {@link #HELD} is answered when {@code POST /release} is; {@code GET /held} tells how many wait.
 */
public final class StubbornElasticsearch extends FakeElasticsearch {

    static final String HELD = "is held";
    static final String OVERLOADED = "is answered 429";
    static final String UNAVAILABLE = "is answered 503";
    static final String FORBIDDEN = "is answered 403";
    static final String HUNG_UP = "closes the connection";
    static final String SHARD_OVERLOADED = "finds a shard that answers 429";
    static final String SHARD_AWAY = "finds a shard that answers 503";

    private final Semaphore released = new Semaphore(0);

    @Override
    protected Map<String, HttpHandler> answers() {
        return Map.of(
                // The start's questions after the version, the indices and the mapping are content with any object.
                "/",
                exchange -> answer(exchange, 200, "{}"),
                "/_bulk",
                this::bulk,
                "/held",
                exchange -> answer(exchange, 200, String.valueOf(released.getQueueLength())),
                "/release",
                this::release);
    }

    private void release(HttpExchange exchange) throws IOException {
        released.release();
        answer(exchange, 200, "{}");
    }

    private void bulk(HttpExchange exchange) throws IOException {
        String body = body(exchange);
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
}
