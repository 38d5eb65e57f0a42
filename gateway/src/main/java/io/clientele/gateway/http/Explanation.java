package io.clientele.gateway.http;

import java.util.concurrent.Callable;

import io.clientele.edge.EdgeCode;
import io.clientele.edge.Role;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.operation.RefusedOperationException;
import io.clientele.gateway.plan.UnresolvableException;
import io.clientele.gateway.resolution.PlanningTimeoutException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells how a request would be carried out, as text for people, and asks no subgraph.
 *
 * <p>For role {@code admin} alone: a plan says which services there are and what their schemas hide.
 */
final class Explanation {

    private final FederatedGraph graph;

    Explanation(FederatedGraph graph) {
        this.graph = graph;
    }

    /**
     * Reads a request whose body is there.
     *
     * @return what makes its text; it takes the time of planning
     * @throws RefusedRequestException if it is no request of GraphQL, or the caller may not know
     */
    Callable<String> of(RoutingContext context) {
        GatewayRequest request = RequestReader.read(context);
        if (!request.scopes().contains(Role.ADMIN)) {
            throw new RefusedRequestException(403, EdgeCode.FORBIDDEN, "Plans are explained to the role 'admin' only.");
        }
        return () -> text(request);
    }

    private String text(GatewayRequest request) {
        try {
            return graph.explain(request.query(), request.operationName(), request.variables());
        } catch (RefusedOperationException refused) {
            String reasons = String.join(
                    "; ",
                    refused.reasons().stream()
                            .map(RefusedOperationException.Reason::message)
                            .toList());
            throw new RefusedRequestException(
                    400, EdgeCode.valueOf(refused.code().name()), reasons);
        } catch (PlanningTimeoutException timeout) {
            throw new RefusedRequestException(400, EdgeCode.GRAPHQL_LIMIT, String.valueOf(timeout.getMessage()));
        } catch (UnresolvableException unresolvable) {
            // The composition was not checked; whoever asks for a plan is the one to be told.
            throw new RefusedRequestException(500, EdgeCode.INTERNAL, String.valueOf(unresolvable.getMessage()));
        }
    }

    static void write(RoutingContext context, String text) {
        context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(text.endsWith("\n") ? text : text + "\n");
    }
}
