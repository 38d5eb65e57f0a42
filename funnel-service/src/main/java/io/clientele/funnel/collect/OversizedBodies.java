package io.clientele.funnel.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.clientele.funnel.collect.CollectFailure.Reason;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Refuses bodies that announce themselves as too large, in words, before the server's own limit cuts them off without. */
@ApplicationScoped
class OversizedBodies {

    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = -10;

    private final long limit;

    OversizedBodies(CollectConfig config) {
        this.limit = config.bodyBytes().asLongValue();
    }

    void install(@Observes Router router) {
        router.post("/v1/*").order(BEFORE_THE_SERVERS_OWN_LIMIT).handler(this::check);
    }

    private void check(RoutingContext context) {
        // The HTTP decoder has refused lengths that are no numbers.
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || Long.parseLong(announced) <= limit) {
            context.next();
            return;
        }
        CollectFailure failure =
                new CollectFailure(Reason.BODY_TOO_LARGE, null, "a body has at most " + limit + " bytes");
        context.response()
                .setStatusCode(failure.reason().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .putHeader("Connection", "close")
                .end(CollectErrors.body(failure).toString());
    }
}
