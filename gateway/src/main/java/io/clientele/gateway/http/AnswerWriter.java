package io.clientele.gateway.http;

import java.util.List;
import java.util.Map;

import io.clientele.edge.EdgeCode;
import io.clientele.gateway.federation.GatewayAnswer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Writes answers in the form that the client accepts. */
final class AnswerWriter {

    private static final String MUTATIONS_BY = "POST";

    private AnswerWriter() {}

    /** Writes what became of an operation. */
    static void write(RoutingContext context, GatewayAnswer answer) {
        AnswerForm form = form(context);
        if (answer.isReadOnly()) {
            context.response().putHeader(HttpHeaderNames.ALLOW, MUTATIONS_BY);
            send(context, form, 405, answer.toMap());
        } else {
            send(context, form, answer.executed() ? 200 : form.statusOfRefusal(), answer.toMap());
        }
    }

    /** Writes why there is no operation. */
    static void refuse(RoutingContext context, int status, EdgeCode code, String message) {
        Map<String, Object> error = Map.of("message", message, "extensions", Map.of("code", code.name()));
        send(context, form(context), status, Map.of("errors", List.of(error)));
    }

    private static AnswerForm form(RoutingContext context) {
        return AnswerForm.of(context.parsedHeaders().accept());
    }

    private static void send(RoutingContext context, AnswerForm form, int status, Map<String, Object> body) {
        if (context.response().ended() || context.response().closed()) {
            return; // nobody waits for it any more
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, form.contentType())
                .end(Json.encodeToBuffer(body));
    }
}
