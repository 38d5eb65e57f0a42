package io.clientele.gateway.supergraph;

import java.util.List;

/**
 * A type as one subgraph knows it.
 *
 * @param keys by what the subgraph identifies its entities
 * @param interfaceObject whether the supergraph's interface is an object there, whose concrete types the subgraph does
 *     not know
 */
public record Membership(List<EntityKey> keys, boolean interfaceObject) {
    public Membership {
        keys = List.copyOf(keys);
    }
}
