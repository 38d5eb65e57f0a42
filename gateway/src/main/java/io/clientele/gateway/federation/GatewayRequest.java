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
 * @param readOnly whether it may not change anything: a mutation is then refused
 */
public record GatewayRequest(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Set<String> scopes,
        Map<String, String> headers,
        boolean readOnly) {
    public GatewayRequest {
        scopes = Set.copyOf(scopes);
    }

    /** A request that may change something. */
    public GatewayRequest(
            String query,
            @Nullable String operationName,
            Map<String, Object> variables,
            Set<String> scopes,
            Map<String, String> headers) {
        this(query, operationName, variables, scopes, headers, false);
    }

    /** The request of a caller without any scope, that sends nothing along. */
    public GatewayRequest(String query, @Nullable String operationName, Map<String, Object> variables) {
        this(query, operationName, variables, Set.of(), Map.of());
    }
}
