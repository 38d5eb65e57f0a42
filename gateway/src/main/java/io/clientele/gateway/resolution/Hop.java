package io.clientele.gateway.resolution;

import java.util.List;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/**
 * A move of an entity to another subgraph, or of an operation's root to any.
 *
 * @param target the subgraph that is asked
 * @param entity the type as which it knows the entity: the object, or an interface of it
 * @param representation what it must be told: the key and what its fields require; nothing for a root type
 * @param inputs how that is resolved where the move begins
 * @param answer what is resolved at the target
 */
public record Hop(
        Subgraph target,
        CompositeType entity,
        List<FieldSelection> representation,
        ObjectResolution inputs,
        Resolution answer) {}
