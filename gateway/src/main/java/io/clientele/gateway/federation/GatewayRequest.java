package io.clientele.gateway.federation;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A client's request.
 *
 * @param query the GraphQL document
 * @param operationName which of its operations is meant; null if it has one
 * @param variables the operation's variables, as JSON values
 * @param scopes what the caller may see, as the schema's {@code @requiresScopes} names it
 * @param headers what goes along to the subgraphs
 */
public record GatewayRequest(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Set<String> scopes,
        Map<String, String> headers) {
    public GatewayRequest {
        scopes = Set.copyOf(scopes);
    }

    /** The request of a caller without any scope, that sends nothing along. */
    public GatewayRequest(String query, @Nullable String operationName, Map<String, Object> variables) {
        this(query, operationName, variables, Set.of(), Map.of());
    }
}
