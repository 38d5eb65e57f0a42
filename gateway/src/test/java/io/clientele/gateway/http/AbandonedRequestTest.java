package io.clientele.gateway.http;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

import static org.assertj.core.api.Assertions.assertThat;

class AbandonedRequestTest {

    private static final String QUESTION = "{\"query\": \"{ products { name reviews { text } } }\"}";

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<SubgraphAnswer> products = new CompletableFuture<>();
    private final CompletableFuture<Context> serving = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        FederatedGraph graph = FederatedGraph.of(
                Files.readString(Path.of("src/test/resources/shop.graphql")), this::send, Limits.defaults());
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            serving.complete(vertx.getOrCreateContext());
            context.addEndHandler(end -> ended.complete(null));
            context.next();
        });
        new GraphqlRoute(graph, new Usual(), meters, vertx).route(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void asksNoFurtherSubgraphOnceTheClientIsGone() throws Exception {
        Socket client = ask();
        Awaitility.await().untilAsserted(() -> assertThat(asked).containsExactly("products"));
        client.close();
        ended.orTimeout(10, TimeUnit.SECONDS).join();

        answerProducts();

        Awaitility.await().until(() -> operations("ABANDONED") == 1);
        assertThat(asked).containsExactly("products");
    }

    @Test
    void asksAllSubgraphsWhileTheClientWaits() throws Exception {
        try (Socket client = ask()) {
            Awaitility.await().untilAsserted(() -> assertThat(asked).containsExactly("products"));
            answerProducts();

            Awaitility.await().until(() -> operations("ANSWERED") == 1);
            assertThat(asked).containsExactly("products", "reviews");
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }

    private Socket ask() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        client.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                                + QUESTION.length() + "\r\n\r\n" + QUESTION)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** As a subgraph's answer arrives: where the request is served, after all that happened there before. */
    private void answerProducts() {
        serving.join().runOnContext(ignored -> products.complete(answer("""
                {"__typename": "Query", "products": [{"__typename": "Product", "id": "1", "name": "thing"}]}""")));
    }

    private CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        asked.add(request.subgraph());
        return "products".equals(request.subgraph()) ? products : CompletableFuture.completedFuture(answer("""
                        {"_entities": [{"__typename": "Product", "reviews": [{"text": "good"}]}]}"""));
    }

    private static SubgraphAnswer answer(String data) {
        return new SubgraphAnswer(new JsonObject(data).getMap(), List.of());
    }

    private long operations(String outcome) {
        return meters.find("clientele_gateway_operation_seconds").tags("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private static final class Usual implements HttpSettings {

        @Override
        public MemorySize bodyLimit() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }

        @Override
        public int requests() {
            return 10;
        }

        @Override
        public boolean showsUncodedErrors() {
            return false;
        }

        @Override
        public Set<String> shownExtensions() {
            return Set.of();
        }

        @Override
        public boolean graphiql() {
            return false;
        }
    }
}
