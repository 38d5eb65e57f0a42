package io.clientele.gateway.resolution;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/**
 * A way into a subgraph.
 *
 * @param target the subgraph
 * @param entity the type as which it is asked for the entity
 * @param requires what it must be told beside the key; null if nothing
 */
record Entry(
        Subgraph target, CompositeType entity, @Nullable Selections requires) {

    /** What it has in common with the ways that are told more, or less: one request can serve them all. */
    Gate gate() {
        return new Gate(target, entity);
    }

    /** A subgraph and the type as which it is asked. */
    record Gate(Subgraph target, CompositeType entity) {}
}
