package io.clientele.bench;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The subgraphs behind the gateways of {@code bench gateway}: users, products and reviews, each of which answers after the same delay.
 *
 * <p>They cost as little of the machine as they can, since they share it with what is measured: a request that was answered once is answered with the same
 * bytes again.
 */
final class StubSubgraphs implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Map<String, URI> addresses = new TreeMap<>();
    private final Duration delay;

    private StubSubgraphs(Duration delay) {
        this.delay = delay;
    }

    /** Starts all three on free ports of this machine. */
    static StubSubgraphs start(Duration delay) throws Exception {
        StubSubgraphs stubs = new StubSubgraphs(delay);
        for (String name : StubGraph.NAMES) {
            stubs.addresses.put(name, stubs.listen(new StubGraph(name)));
        }
        return stubs;
    }

    /** Each subgraph's address by its name in the supergraph. */
    Map<String, URI> addresses() {
        return Map.copyOf(addresses);
    }

    private URI listen(StubGraph graph) throws Exception {
        Map<Buffer, Buffer> answered = new HashMap<>();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(body -> answer(request, answered.computeIfAbsent(body, graph::answer))))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/graphql");
    }

    private void answer(HttpServerRequest request, Buffer body) {
        vertx.setTimer(
                delay.toMillis(),
                timer -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(body));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
