package io.clientele.funnel.feed;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.funnel.feed.FeedRefusal.Reason;

/** Answers what the feed refuses: a status, a stable code, and the field at fault. */
@Singleton
class FeedErrors {

    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    Response refused(FeedRefusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", refusal.code()).put("message", refusal.getMessage());
        if (refusal.field() != null) {
            error.put("field", refusal.field());
        }
        Response.ResponseBuilder answer = Response.status(refusal.reason().status())
                .type(MediaType.APPLICATION_JSON)
                .entity(body.toString());
        if (refusal.reason() == Reason.STORE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
