/**
 * Speaks with the subgraphs over HTTP: pooled connections, time-outs, one more try where it does no harm, a circuit breaker
 * for each, and a judgement of what comes back.
 *
 * <p>Whatever is no answer of GraphQL becomes a failure with a stable code; no address reaches a client.
 */
@NullMarked
package io.clientele.gateway.subgraph;

import org.jspecify.annotations.NullMarked;
