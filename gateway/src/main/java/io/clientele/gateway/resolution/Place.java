package io.clientele.gateway.resolution;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/**
 * Where a search stands.
 *
 * @param type the type of the value, as the subgraph declares it
 * @param subgraph the subgraph that answers here
 * @param provided the external fields that it answers here nevertheless
 * @param sharers the subgraphs that might have answered the value as well, this one among them
 */
record Place(
        CompositeType type, Subgraph subgraph, @Nullable Selections provided, Set<Subgraph> sharers) {

    /** The start of an operation, before any subgraph is asked. */
    private static final Subgraph NOWHERE = new Subgraph("", "", "");

    static Place start(CompositeType root) {
        return new Place(root, NOWHERE, null, Set.of());
    }

    /** The place of an entity that has just moved to a subgraph. */
    static Place entered(CompositeType entity, Subgraph subgraph) {
        return new Place(entity, subgraph, null, Set.of(subgraph));
    }

    /**
     * Whether the value may be that object, whichever subgraph answers it.
     *
     * <p>What an answer holds must not depend on which of them a plan happens to ask: an object that one of them doesn't
     * know is told by its type only.
     */
    boolean allKnow(CompositeType object) {
        return sharers.stream()
                .allMatch(sharer -> !type.memberships().containsKey(sharer)
                        || type.isInterfaceObjectIn(sharer)
                        || type.possibleIn(sharer).contains(object));
    }

    Place as(CompositeType object) {
        return object == type ? this : new Place(object, subgraph, provided, sharers);
    }

    /** The provided selection of that field here; null if it isn't provided. */
    @Nullable
    FieldSelection provides(String field) {
        if (provided == null) {
            return null;
        }
        return (type.isObject() ? provided.of(type) : provided.common())
                .stream()
                        .filter(selection -> selection.field().name().equals(field))
                        .findFirst()
                        .orElse(null);
    }
}
