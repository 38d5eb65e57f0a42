package io.clientele.gateway.http;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.clientele.edge.EdgeCode;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Takes GraphQL at {@code /graphql}, and at {@code /graphql/explain} the same requests to be explained; the caller was
 * authenticated before.
 */
@ApplicationScoped
class GraphqlRoute {

    private static final Logger LOG = Logger.getLogger(GraphqlRoute.class);
    private static final String PATH = "/graphql";
    private static final String EXPLAIN = "/graphql/explain";

    private final FederatedGraph graph;
    private final HttpSettings settings;
    private final Masking masking;
    private final OperationTimer timer;
    private final WorkerExecutor planners;
    private final AtomicInteger running = new AtomicInteger();

    @Inject
    GraphqlRoute(FederatedGraph graph, HttpSettings settings, MeterRegistry meters, Vertx vertx) {
        this.graph = graph;
        this.settings = settings;
        this.masking = new Masking(settings.shownExtensions());
        this.timer = new OperationTimer(meters);
        // Planning computes: more threads than processors would only make every plan late.
        this.planners = vertx.createSharedWorkerExecutor(
                "planning", Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    void route(@Observes Router router) {
        BodyHandler reading =
                BodyHandler.create(false).setBodyLimit(settings.bodyLimit().asLongValue());
        takePosts(router, PATH, reading, this::answer);
        takePosts(router, EXPLAIN, reading, this::explain);
        router.get(PATH)
                .handler(context -> {
                    RequestReader.checkHead(context);
                    answer(context);
                })
                .failureHandler(this::onFailure);
        router.route(PATH).handler(context -> {
            context.response().putHeader(HttpHeaderNames.ALLOW, "GET, POST");
            AnswerWriter.refuse(context, 405, EdgeCode.REQUEST_MALFORMED, "Only GET and POST are served here.");
        });
        router.route(EXPLAIN).handler(context -> {
            context.response().putHeader(HttpHeaderNames.ALLOW, "POST");
            AnswerWriter.refuse(context, 405, EdgeCode.REQUEST_MALFORMED, "Only POST is served here.");
        });
    }

    private void takePosts(Router router, String path, BodyHandler reading, Handler<RoutingContext> answering) {
        router.post(path)
                .handler(context -> {
                    // Authentication paused it.
                    context.request().resume();
                    RequestReader.checkHead(context);
                    reading.handle(context);
                })
                .handler(answering)
                .failureHandler(this::onFailure);
    }

    private void explain(RoutingContext context) {
        planners.executeBlocking(new Explanation(graph).of(context), false)
                .onSuccess(text -> Explanation.write(context, text))
                .onFailure(context::fail);
    }

    private void answer(RoutingContext context) {
        GatewayRequest request = RequestReader.read(context);
        if (running.incrementAndGet() > settings.requests()) {
            running.decrementAndGet();
            context.response().putHeader(HttpHeaderNames.RETRY_AFTER, "1");
            AnswerWriter.refuse(
                    context, 503, EdgeCode.OVERLOADED, "The gateway has as much to do as it can; come again.");
            return;
        }
        Timer.Sample begun = timer.start();
        // Ends with its answer, or before that if the client goes away.
        AtomicBoolean ended = new AtomicBoolean();
        context.addEndHandler(end -> ended.set(true));
        Context here = context.vertx().getOrCreateContext();
        Executor asking = task -> here.runOnContext(ignored -> task.run());
        graph.answer(request, () -> !ended.get(), this::plan, asking)
                .thenAccept(answer -> {
                    if (ended.get()) {
                        timer.abandoned(begun, answer);
                    } else {
                        timer.answered(begun, answer);
                        AnswerWriter.write(context, masked(answer));
                    }
                })
                .whenComplete((written, fault) -> {
                    running.decrementAndGet();
                    if (fault != null) {
                        timer.failed(begun);
                        context.fail(fault);
                    }
                });
    }

    private GatewayAnswer masked(GatewayAnswer answer) {
        return settings.showsUncodedErrors()
                ? answer
                : new GatewayAnswer(answer.kind(), answer.data(), masking.of(answer.errors()));
    }

    private void plan(Runnable task) {
        planners.executeBlocking(
                () -> {
                    task.run();
                    return null;
                },
                false);
    }

    private void onFailure(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.statusCode() == 413) {
            AnswerWriter.refuse(
                    context,
                    413,
                    EdgeCode.REQUEST_TOO_LARGE,
                    "The body is over " + settings.bodyLimit().asLongValue() + " bytes.");
        } else if (failure instanceof RefusedRequestException refused) {
            AnswerWriter.refuse(context, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
        } else if (failure != null) {
            LOG.error("A GraphQL request failed", failure);
            AnswerWriter.refuse(context, 500, EdgeCode.INTERNAL, "The gateway failed to answer; its log tells why.");
        } else {
            context.next();
        }
    }
}
