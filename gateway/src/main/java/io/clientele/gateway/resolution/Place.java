package io.clientele.gateway.resolution;

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
 */
record Place(
        CompositeType type, Subgraph subgraph, @Nullable Selections provided) {

    /** The start of an operation, before any subgraph is asked. */
    private static final Subgraph NOWHERE = new Subgraph("", "", "");

    static Place start(CompositeType root) {
        return new Place(root, NOWHERE, null);
    }

    Place as(CompositeType object) {
        return object == type ? this : new Place(object, subgraph, provided);
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
