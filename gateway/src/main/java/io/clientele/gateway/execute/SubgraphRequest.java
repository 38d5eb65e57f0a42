package io.clientele.gateway.execute;

import java.util.Map;

/**
 * A request to a subgraph.
 *
 * @param subgraph its name
 * @param query the GraphQL document
 * @param variables its variables
 * @param idempotent whether asking twice does no harm: it changes nothing
 * @param headers what goes along from the client's own request
 */
public record SubgraphRequest(
        String subgraph,
        String query,
        Map<String, Object> variables,
        boolean idempotent,
        Map<String, String> headers) {}
