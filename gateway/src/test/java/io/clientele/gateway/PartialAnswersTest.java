package io.clientele.gateway;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.SupergraphField;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our supergraph lets the answers of other services stand where one fails: what a service adds to an object that is reached by
 * way of another one is nullable, and so is every root field.
 */
class PartialAnswersTest {

    private final Supergraph supergraph = Supergraph.parse(SupergraphFile.read(Optional.empty()));

    @Test
    void rootFieldsAreNullable() {
        CompositeType mutation = Objects.requireNonNull(supergraph.mutationType());
        for (CompositeType root : List.of(supergraph.queryType(), mutation)) {
            assertThat(root.fields())
                    .isNotEmpty()
                    .allSatisfy((name, field) -> assertThat(field.type().nullable())
                            .as("%s.%s is nullable", root, name)
                            .isTrue());
        }
    }

    @Test
    void whatServiceAddsToObjectsOfAnotherIsNullable() {
        List<String> added = new ArrayList<>();
        for (CompositeType type : reachable()) {
            for (SupergraphField field : type.fields().values()) {
                if (isAdded(type, field)) {
                    added.add(type + "." + field.name());
                    assertThat(field.type().nullable())
                            .as("%s.%s is nullable", type, field.name())
                            .isTrue();
                }
            }
        }
        assertThat(added).contains("Customer.journey");
    }

    /** Whether an object is had from some subgraph that does not answer this field of it. */
    private boolean isAdded(CompositeType type, SupergraphField field) {
        return reachable().stream()
                .flatMap(from -> from.fields().values().stream())
                .filter(way -> supergraph.type(way.type().name()) == type)
                .anyMatch(way -> resolvers(way).stream().anyMatch(service -> !answers(service, field)));
    }

    private static boolean answers(Subgraph service, SupergraphField field) {
        return resolvers(field).contains(service);
    }

    private static Set<Subgraph> resolvers(SupergraphField field) {
        Set<Subgraph> resolvers = new LinkedHashSet<>();
        field.sources().forEach((subgraph, source) -> {
            if (source.resolves()) {
                resolvers.add(subgraph);
            }
        });
        return resolvers;
    }

    private Set<CompositeType> reachable() {
        Set<CompositeType> reached = new LinkedHashSet<>();
        reach(supergraph.queryType(), reached);
        return reached;
    }

    private void reach(CompositeType type, Set<CompositeType> reached) {
        if (reached.add(type)) {
            for (SupergraphField field : type.fields().values()) {
                CompositeType next = supergraph.type(field.type().name());
                if (next != null) {
                    reach(next, reached);
                }
            }
        }
    }
}
