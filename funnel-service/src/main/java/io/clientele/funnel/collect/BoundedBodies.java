package io.clientele.funnel.collect;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.clientele.funnel.collect.CollectFailure.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Takes a request's body in, up to the limit: unpacked, and whether its length was announced or not. The server's own
 * limit would cut it off without a word.
 */
@ApplicationScoped
class BoundedBodies {

    /** After authentication and authorisation (-200, -100). */
    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = -10;

    private static final long MOST_DROPPED = 16 * 1024 * 1024;

    private static final int TOO_LARGE = Reason.BODY_TOO_LARGE.status();

    private final long limit;
    private final BodyHandler bodies;

    BoundedBodies(CollectConfig config) {
        this.limit = config.bodyBytes().asLongValue();
        this.bodies = BodyHandler.create(false).setBodyLimit(limit);
    }

    void install(@Observes Router router) {
        router.post("/v1/*")
                .order(BEFORE_THE_SERVERS_OWN_LIMIT)
                .handler(this::read)
                .failureHandler(this::failed);
    }

    private void read(RoutingContext context) {
        // Every body is JSON, whatever it calls itself; one that calls itself a form would be taken apart as such.
        context.request().headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        // Authentication paused it.
        context.request().resume();
        bodies.handle(context);
    }

    /** The body that was taken in; empty if there is none. */
    static byte[] body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private void failed(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException) {
            // The sender went while it was writing: there is nobody to answer.
            return;
        }
        if (context.statusCode() != TOO_LARGE) {
            context.next();
            return;
        }
        CollectFailure failure =
                new CollectFailure(Reason.BODY_TOO_LARGE, null, "a body has at most " + limit + " bytes");
        drop(context.request());
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(CollectErrors.body(failure).toString());
    }

    /** Reads on, since a sender whose connection breaks while it writes never sees the answer; but not for ever. */
    private static void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong dropped = new AtomicLong();
        request.handler(more -> {
            if (dropped.addAndGet(more.length()) > MOST_DROPPED) {
                request.connection().close();
            }
        });
    }
}
