package io.clientele.gateway.subgraph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.StageFailure;
import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphException.Code;
import io.clientele.gateway.execute.SubgraphRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.Json;

/** Asks one subgraph. */
final class SubgraphClient {

    private static final Logger LOG = Logger.getLogger(SubgraphClient.class);
    private static final String ACCEPT = "application/graphql-response+json, application/json;q=0.9";
    private static final String TIMER = "clientele_gateway_subgraph_seconds";

    private final Vertx vertx;
    private final HttpClient client;
    private final SubgraphAddress address;
    private final SubgraphSettings settings;
    private final Supplier<Map<String, String>> introduction;
    private final Breaker breaker;
    private final MeterRegistry meters;

    SubgraphClient(
            Vertx vertx,
            HttpClient client,
            SubgraphAddress address,
            SubgraphSettings settings,
            Supplier<Map<String, String>> introduction,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.client = client;
        this.address = address;
        this.settings = settings;
        this.introduction = introduction;
        this.breaker = new Breaker(address.subgraph(), settings.breaker());
        this.meters = meters;
    }

    /** The answer; failed with a {@link SubgraphException} and nothing else but a fault of ours. */
    CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        long start = System.nanoTime();
        Buffer body = body(request);
        return attempt(request, body)
                .exceptionallyCompose(
                        failure -> request.idempotent() && StageFailure.cause(failure) instanceof UnreachableException
                                ? attempt(request, body)
                                : CompletableFuture.failedStage(failure))
                .exceptionallyCompose(failure -> CompletableFuture.failedStage(judged(StageFailure.cause(failure))))
                .whenComplete((answer, failure) -> measure(start, failure));
    }

    private CompletionStage<SubgraphAnswer> attempt(SubgraphRequest request, Buffer body) {
        return breaker.guard(() -> Exchange.run(
                        vertx,
                        client,
                        address.subgraph(),
                        options(request),
                        body,
                        settings.timeout().toMillis(),
                        settings.answerLimit().asLongValue())
                .toCompletionStage());
    }

    private RequestOptions options(SubgraphRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .addAll(request.headers())
                .addAll(introduction.get())
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.ACCEPT, ACCEPT);
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.graphql().toString())
                .setHeaders(headers);
    }

    private static Buffer body(SubgraphRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", request.query());
        if (!request.variables().isEmpty()) {
            body.put("variables", request.variables());
        }
        return Json.encodeToBuffer(body);
    }

    private Throwable judged(Throwable failure) {
        if (failure instanceof UnreachableException unreachable) {
            LOG.warnf(
                    "Subgraph %s at %s cannot be reached: %s",
                    address.subgraph(), address.graphql(), unreachable.getMessage());
            return unavailable("cannot be reached.");
        }
        return Breaker.isOpen(failure) ? unavailable("failed too often; it is asked again in a while.") : failure;
    }

    private SubgraphException unavailable(String why) {
        return new SubgraphException(Code.SUBGRAPH_UNAVAILABLE, "The service '" + address.subgraph() + "' " + why);
    }

    private void measure(long start, @Nullable Throwable failure) {
        String outcome = failure == null
                ? "ANSWERED"
                : StageFailure.cause(failure) instanceof SubgraphException judged
                        ? judged.code().name()
                        : "FAULT";
        meters.timer(TIMER, "subgraph", address.subgraph(), "outcome", outcome)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
}
