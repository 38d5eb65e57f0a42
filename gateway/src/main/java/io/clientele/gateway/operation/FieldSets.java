package io.clientele.gateway.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.language.SelectionSet;

/** The field sets of a supergraph's keys, requirements and provisions, each read once. */
public final class FieldSets {

    private record FieldSet(SelectionSet text, CompositeType type) {}

    private final Supergraph supergraph;
    private final Map<FieldSet, Selections> read = new ConcurrentHashMap<>();

    public FieldSets(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** The selections of a field set on a type, the same instance each time. */
    public Selections selections(SelectionSet text, CompositeType type) {
        return read.computeIfAbsent(
                new FieldSet(text, type),
                key -> new SelectionReader(supergraph, Map.of(), any -> true).read(key.type, key.text));
    }
}
