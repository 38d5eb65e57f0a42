package io.clientele.gateway.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/** What a request asks of one value: the fields of each object that it can be there. */
final class Level {

    private final CompositeType type;
    private final Subgraph subgraph;
    private final Map<CompositeType, Map<String, Node>> byObject = new LinkedHashMap<>();

    /**
     * Begins empty.
     *
     * @param type the type of the value as the subgraph declares it
     */
    Level(CompositeType type, Subgraph subgraph) {
        this.type = type;
        this.subgraph = subgraph;
    }

    /**
     * A field that is asked, and what is asked below it.
     *
     * @param selection the field, its response key being the one in the answer
     * @param children what is asked below; null for a scalar or an enum
     */
    record Node(FieldSelection selection, @Nullable Level children) {}

    CompositeType type() {
        return type;
    }

    Subgraph subgraph() {
        return subgraph;
    }

    /** Whether the subgraph can answer objects of several types here. */
    boolean isAbstract() {
        return !type.isObject() && !type.isInterfaceObjectIn(subgraph);
    }

    Map<CompositeType, Map<String, Node>> byObject() {
        return byObject;
    }

    Map<String, Node> nodes(CompositeType object) {
        return byObject.getOrDefault(object, Map.of());
    }

    /** Asks a field; what is asked below it is added to what the same field was asked before. */
    Node ask(CompositeType object, FieldSelection selection, @Nullable CompositeType below) {
        return byObject.computeIfAbsent(object, any -> new LinkedHashMap<>())
                .computeIfAbsent(
                        selection.responseKey(),
                        key -> new Node(selection, below == null ? null : new Level(below, subgraph)));
    }

    /** Asks all that another level of the same value asks. */
    void merge(Level other) {
        other.byObject.forEach((object, nodes) -> nodes.values().forEach(node -> {
            Level theirs = node.children();
            Level ours = ask(object, node.selection(), theirs == null ? null : theirs.type())
                    .children();
            if (ours != null && theirs != null) {
                ours.merge(theirs);
            }
        }));
    }

    /** The variables that the arguments use, here and below. */
    Set<String> variables() {
        Set<String> found = new LinkedHashSet<>();
        byObject.values()
                .forEach(nodes -> nodes.values().forEach(node -> {
                    found.addAll(node.selection().variables());
                    if (node.children() != null) {
                        found.addAll(node.children().variables());
                    }
                }));
        return found;
    }
}
