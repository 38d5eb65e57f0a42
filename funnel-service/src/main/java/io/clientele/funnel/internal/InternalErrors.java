package io.clientele.funnel.internal;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.CodedException;
import io.clientele.elasticsearch.client.ElasticsearchFailure;

/** Answers refused requests as the collection API does. */
@Singleton
class InternalErrors {

    private static final Logger LOG = Logger.getLogger(InternalErrors.class);

    /** Seconds; both pass quickly or not at all. */
    private static final int RETRY_AFTER = 1;

    @ServerExceptionMapper
    Response refused(InternalRefusal refusal) {
        return answer(refusal, refusal.reason().status());
    }

    /** What GraphQL would refuse likewise. */
    @ServerExceptionMapper
    Response refused(CodedException refusal) {
        return answer(refusal, Response.Status.BAD_REQUEST.getStatusCode());
    }

    private static Response answer(CodedException refusal, int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.put("success", false).putObject("error");
        error.put("code", refusal.code()).put("message", refusal.getMessage());
        if (refusal.field() != null) {
            error.put("field", refusal.field());
        }
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.APPLICATION_JSON).entity(body.toString());
        return (status < 429 ? answer : answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)).build();
    }

    @ServerExceptionMapper
    Response failed(ElasticsearchFailure failure) {
        // Without its trace: while Elasticsearch is away, every call fails on it.
        LOG.warnf("A request of another service failed: %s", failure.getMessage());
        return refused(InternalRefusal.of(failure));
    }
}
