package io.clientele.funnel.collect;

import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers requests that were refused as a whole: a status, a stable code, and when to come back. */
@Singleton
class CollectErrors {

    private final Duration afterOverload;
    private final Duration afterOutage;

    CollectErrors(CollectConfig config) {
        this.afterOverload = config.retryAfterOverload();
        this.afterOutage = config.retryAfterOutage();
    }

    @ServerExceptionMapper
    Response refused(CollectFailure failure) {
        Response.ResponseBuilder answer = Response.status(failure.reason().status())
                .type(MediaType.APPLICATION_JSON)
                .entity(body(failure).toString());
        switch (failure.reason()) {
            case INVALID_WRITE_KEY -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"write key\"");
            case OVERLOADED -> answer.header(HttpHeaders.RETRY_AFTER, seconds(afterOverload));
            case STORE_UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, seconds(afterOutage));
            case MALFORMED_JSON,
                    INVALID_TYPE,
                    MISSING_FIELD,
                    EMPTY_BATCH,
                    FOREIGN_CUSTOMER,
                    BODY_TOO_LARGE,
                    TOO_MANY_EVENTS -> {}
        }
        return answer.build();
    }

    private static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.toSeconds());
    }

    static ObjectNode body(CollectFailure failure) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.put("success", false).putObject("error");
        error.put("code", failure.code()).put("message", failure.getMessage());
        if (failure.field() != null) {
            error.put("field", failure.field());
        }
        return body;
    }
}
