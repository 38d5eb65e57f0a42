package io.clientele.gateway.federation;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A client's request.
 *
 * @param query the GraphQL document
 * @param operationName which of its operations is meant; null if it has one
 * @param variables the operation's variables, as JSON values
 * @param headers what goes along to the subgraphs
 */
public record GatewayRequest(
        String query, @Nullable String operationName, Map<String, Object> variables, Map<String, String> headers) {}
