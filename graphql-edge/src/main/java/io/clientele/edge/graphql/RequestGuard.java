package io.clientele.edge.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.edge.EdgeCode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Turns away what is no GraphQL request before SmallRye sees it, which would answer without a code, or with an empty
 * 500.
 */
@ApplicationScoped
class RequestGuard {

    /** Ample for a document and its variables, in bytes; data in bulk goes to the collection API. */
    static final long LIMIT = 1 << 20;

    /** After Quarkus's authentication and authorisation (-200, -100), before SmallRye's handler (0). */
    private static final int ORDER = -1;

    /** SmallRye keeps parsed documents, by default 2,048 of them, each many times as large as its text. */
    private static final String CACHE_SIZE = "io.smallrye.graphql.execution.queryCacheMaxSize";

    private static final int CACHED_DOCUMENTS = 64;

    void route(@Observes Router router) {
        System.setProperty(CACHE_SIZE, Integer.toString(Integer.getInteger(CACHE_SIZE, CACHED_DOCUMENTS)));
        BodyHandler reading = BodyHandler.create(false).setBodyLimit(LIMIT);
        router.post("/graphql")
                .order(ORDER)
                .handler(context -> {
                    // Authentication paused it.
                    context.request().resume();
                    reading.handle(context);
                })
                .handler(RequestGuard::check)
                .failureHandler(RequestGuard::onFailure);
    }

    private static void check(RoutingContext context) {
        String body = context.body().asString();
        GraphqlRequest.problem(body == null ? "" : body)
                .ifPresentOrElse(problem -> answer(context, 400, EdgeCode.REQUEST_MALFORMED, problem), context::next);
    }

    private static void onFailure(RoutingContext context) {
        if (context.statusCode() == 413) {
            answer(context, 413, EdgeCode.REQUEST_TOO_LARGE, "The body is over " + LIMIT + " bytes.");
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, int status, EdgeCode code, String message) {
        JsonObject error =
                new JsonObject().put("message", message).put("extensions", new JsonObject().put("code", code.name()));
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/graphql-response+json; charset=UTF-8")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).toBuffer());
    }
}
