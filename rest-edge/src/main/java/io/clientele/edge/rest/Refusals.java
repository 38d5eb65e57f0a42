package io.clientele.edge.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.database.DatabaseFailure;
import io.clientele.edge.CodedException;
import io.clientele.edge.TokenRefusal;
import io.quarkus.security.AuthenticationFailedException;

/** Answers coded failures of HTTP endpoints as funnel-service does. */
@Singleton
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    Response unavailable(DatabaseFailure failure) {
        LOG.warnf("A request failed: %s", failure.getMessage());
        return Response.fromResponse(answer(failure, Response.Status.SERVICE_UNAVAILABLE.getStatusCode()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response refused(HttpRefusal refusal) {
        return answer(refusal, refusal.status());
    }

    /** What GraphQL would refuse likewise. */
    @ServerExceptionMapper
    Response refused(CodedException refusal) {
        return answer(refusal, Response.Status.BAD_REQUEST.getStatusCode());
    }

    /** Where REST is served too, Quarkus lets REST answer for invalid tokens, on every path: it says what the edge says. */
    @ServerExceptionMapper
    Response refused(AuthenticationFailedException failure) {
        return unauthenticated();
    }

    /** Whom a token is wanted of. */
    static Response unauthenticated() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, TokenRefusal.CHALLENGE)
                .type(MediaType.APPLICATION_JSON)
                .entity(TokenRefusal.body().encode())
                .build();
    }

    private static Response answer(CodedException failure, int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", failure.code()).put("message", failure.getMessage());
        if (failure.field() != null) {
            error.put("field", failure.field());
        }
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body.toString())
                .build();
    }
}
