package io.clientele.gateway.subgraph;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphException.Code;
import io.clientele.gateway.execute.SubgraphRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HttpTransportTest {

    private static final String GOOD = "{\"data\":{\"a\":1},\"errors\":[{\"message\":\"b failed\"}]}";
    private static final int LIMIT = 32 << 10;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void sendsDocumentVariablesAndHeaders() throws Exception {
        JsonObject[] body = new JsonObject[1];
        HttpTransport transport = serving(request -> request.bodyHandler(received -> {
            body[0] = received.toJsonObject();
            request.response()
                    .end("{\"data\":{\"who\":\"" + request.getHeader("Authorization") + " by "
                            + request.getHeader("Clientele-Service") + "\"}}");
        }));

        SubgraphAnswer answer = send(transport, true);

        assertThat(answer.data()).isEqualTo(Map.of("who", "Bearer t by gateway"));
        assertThat(body[0].getMap()).containsKeys("query", "variables").containsEntry("query", "{ a }");
        assertThat(body[0].getJsonObject("variables").getInteger("first")).isEqualTo(3);
    }

    @Test
    void readsDataAndErrors() throws Exception {
        SubgraphAnswer answer = send(answering(200, GOOD), true);

        assertThat(answer).isEqualTo(new SubgraphAnswer(Map.of("a", 1), List.of(Map.of("message", "b failed"))));
        assertThat(meters.get("clientele_gateway_subgraph_seconds")
                        .tags("subgraph", "shop", "outcome", "ANSWERED")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void readsGraphqlAnswerOfAnyOtherStatus() throws Exception {
        assertThat(send(answering(400, "{\"errors\":[{\"message\":\"no\"}]}"), true))
                .isEqualTo(new SubgraphAnswer(null, List.of(Map.of("message", "no"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>http://10.0.0.1 is down</html>",
                "",
                "{\"data\":{\"a\":1}",
                "{\"data\":{\"a\":1}} and more",
                "[]",
                "{}",
                "null",
                "{\"data\":[]}",
                "{\"data\":\"a\"}",
                "{\"data\":{},\"errors\":{}}",
                "{\"data\":{},\"errors\":[\"a\"]}",
                "{\"data\":{},\"errors\":[{\"message\":1}]}"
            })
    void refusesWhatIsNoAnswer(String body) {
        SubgraphException failure = failure(answering(200, body), true);

        assertThat(failure.code()).isEqualTo(Code.SUBGRAPH_ANSWER_MALFORMED);
        assertThat(failure).hasMessageContaining("'shop'").hasMessageNotContaining("http:");
        assertThat(asked).hasValue(1);
    }

    @Test
    void refusesAnswerNestedTooDeep() {
        String deep = "{\"data\":{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}}";

        assertThat(failure(answering(200, deep), true).code()).isEqualTo(Code.SUBGRAPH_ANSWER_MALFORMED);
    }

    @Test
    void refusesAnswerOverLimit() {
        String large = "{\"data\":{\"a\":\"" + "x".repeat(LIMIT) + "\"}}";

        assertThat(failure(answering(200, large), true).code()).isEqualTo(Code.SUBGRAPH_ANSWER_MALFORMED);
    }

    @Test
    void tellsThatTokenIsRefused() {
        assertThat(failure(answering(401, "{\"error\":{}}"), true).code()).isEqualTo(Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void triesOnceMoreWhereItDoesNoHarm(int status) throws Exception {
        HttpTransport transport = serving(request -> request.response()
                .setStatusCode(asked.get() == 1 ? status : 200)
                .end(GOOD));

        assertThat(send(transport, true).data()).isEqualTo(Map.of("a", 1));
        assertThat(asked).hasValue(2);
    }

    @Test
    void triesNoThirdTime() {
        assertThat(failure(answering(503, GOOD), true).code()).isEqualTo(Code.SUBGRAPH_UNAVAILABLE);
        assertThat(asked).hasValue(2);
    }

    @Test
    void triesOnceWhereSomethingMayChange() {
        assertThat(failure(answering(503, GOOD), false).code()).isEqualTo(Code.SUBGRAPH_UNAVAILABLE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void triesOnceMoreWhenConnectionBreaks() throws Exception {
        HttpTransport transport = serving(request -> {
            if (asked.get() == 1) {
                request.connection().close();
            } else {
                request.response().end(GOOD);
            }
        });

        assertThat(send(transport, true).data()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void tellsThatAnswerIsCutOff() {
        HttpTransport transport = serving(request -> {
            request.response().putHeader("Content-Length", "1000").write("{\"data\":");
            request.connection().close();
        });

        assertThat(failure(transport, true).code()).isEqualTo(Code.SUBGRAPH_UNAVAILABLE);
    }

    @Test
    void tellsThatNobodyListens() {
        SubgraphException failure = failure(transport(1), true);

        assertThat(failure.code()).isEqualTo(Code.SUBGRAPH_UNAVAILABLE);
        assertThat(failure).hasMessage("The service 'shop' cannot be reached.");
    }

    @Test
    void waitsNoLongerThanConfigured() {
        assertThat(failure(serving(request -> {}), true).code()).isEqualTo(Code.SUBGRAPH_TIMEOUT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void waitsNoLongerForAnswerThatTrickles() {
        HttpTransport transport = serving(request -> {
            request.response().setChunked(true).write("{");
            vertx.setPeriodic(20, tick -> request.response().write(Buffer.buffer(" ")));
        });

        assertThat(failure(transport, true).code()).isEqualTo(Code.SUBGRAPH_TIMEOUT);
    }

    @Test
    void leavesFailingSubgraphAlone() {
        HttpTransport transport = answering(503, GOOD);
        for (int i = 0; i < 4; i++) {
            failure(transport, false);
        }

        SubgraphException failure = failure(transport, false);

        assertThat(failure.code()).isEqualTo(Code.SUBGRAPH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("failed too often");
        assertThat(asked).hasValue(4);
    }

    @Test
    void goesOnAskingSubgraphThatAnswersNonsense() {
        HttpTransport transport = answering(200, "nonsense");
        for (int i = 0; i < 8; i++) {
            failure(transport, false);
        }

        assertThat(asked).hasValue(8);
    }

    private HttpTransport answering(int status, String body) {
        return serving(request -> request.response().setStatusCode(status).end(body));
    }

    private HttpTransport serving(Handler<HttpServerRequest> handler) {
        return transport(vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    handler.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort());
    }

    private HttpTransport transport(int port) {
        SubgraphAddress address =
                new SubgraphAddress("shop", URI.create("http://127.0.0.1:" + port + "/graphql"), Optional.empty());
        SubgraphSettings settings = new SmallRyeConfigBuilder()
                .withMapping(SubgraphSettings.class)
                .withConverters(new Converter<?>[] {new DurationConverter(), new MemorySizeConverter()})
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "clientele.gateway.subgraph.timeout", "300ms",
                                "clientele.gateway.subgraph.answer-limit", Integer.toString(LIMIT),
                                "clientele.gateway.subgraph.breaker.tries", "4"),
                        "test",
                        0))
                .build()
                .getConfigMapping(SubgraphSettings.class);
        return new HttpTransport(
                vertx, List.of(address), settings, () -> Map.of("Clientele-Service", "gateway"), meters);
    }

    private static SubgraphAnswer send(HttpTransport transport, boolean idempotent) throws Exception {
        return transport
                .send(new SubgraphRequest(
                        "shop", "{ a }", Map.of("first", 3), idempotent, Map.of("Authorization", "Bearer t")))
                .toCompletableFuture()
                .get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
    }

    private static SubgraphException failure(HttpTransport transport, boolean idempotent) {
        Throwable thrown = catchThrowableOfType(ExecutionException.class, () -> send(transport, idempotent));
        return (SubgraphException) Objects.requireNonNull(thrown.getCause());
    }
}
