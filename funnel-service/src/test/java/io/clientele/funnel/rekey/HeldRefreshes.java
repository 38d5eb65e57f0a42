package io.clientele.funnel.rekey;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import io.clientele.funnel.FakeElasticsearch;

/**
 * An Elasticsearch without events that answers a refresh of them only after {@code POST /release}; {@code GET /held} tells how
 * many refreshes wait.
 */
public final class HeldRefreshes extends FakeElasticsearch {

    private final Semaphore released = new Semaphore(0);

    @Override
    protected Map<String, HttpHandler> answers() {
        return Map.of(
                // The start's questions are content with any object.
                "/",
                exchange -> answer(exchange, 200, "{}"),
                "/events-write/_refresh",
                this::refresh,
                "/held",
                exchange -> answer(exchange, 200, String.valueOf(released.getQueueLength())),
                "/release",
                this::release);
    }

    private void refresh(HttpExchange exchange) throws IOException {
        released.acquireUninterruptibly();
        released.release();
        answer(exchange, 200, "{}");
    }

    private void release(HttpExchange exchange) throws IOException {
        released.release();
        answer(exchange, 200, "{}");
    }
}
