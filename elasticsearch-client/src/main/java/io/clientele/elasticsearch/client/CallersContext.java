package io.clientele.elasticsearch.client;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The Vert.x context that a caller stands on, to come back to from a foreign thread; none outside Vert.x. */
public record CallersContext(@Nullable Context context) {

    public static CallersContext capture() {
        return new CallersContext(Vertx.currentContext());
    }

    /** Runs the action on the context, at once if it is the current one or there is none. */
    public void run(Runnable action) {
        if (context == null || context.equals(Vertx.currentContext())) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
