package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import graphql.ExecutionResult;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/** A feature made live: its subgraphs and the one schema, over one universe. */
final class Bed {

    private final Tally tally = new Tally();
    private final Map<String, Subgraph> subgraphs = new TreeMap<>();
    private final Universe universe;
    private final Monolith monolith;

    Bed(Feature feature) {
        Map<String, GraphQLSchema> schemas = new TreeMap<>();
        feature.subgraphs()
                .forEach((name, sdl) ->
                        schemas.put(name, SubgraphSchema.subgraph(sdl, environment -> null, environment -> null)));
        this.universe = new Universe(schemas, feature.absent());
        Map<String, Set<String>> moved = moved(schemas);
        feature.subgraphs()
                .forEach((name, sdl) -> subgraphs.put(
                        name, new Subgraph(name, sdl, universe, tally, moved.getOrDefault(name, Set.of()))));
        this.monolith = new Monolith(feature.api(), universe, tally);
    }

    private static Map<String, Set<String>> moved(Map<String, GraphQLSchema> schemas) {
        Map<String, Set<String>> moved = new HashMap<>();
        for (GraphQLSchema schema : schemas.values()) {
            for (GraphQLObjectType type : objects(schema)) {
                for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                    for (GraphQLAppliedDirective override : field.getAppliedDirectives("override")) {
                        String from = override.getArgument("from").getValue();
                        moved.computeIfAbsent(from, key -> new HashSet<>()).add(type.getName() + "." + field.getName());
                    }
                }
            }
        }
        return moved;
    }

    private static List<GraphQLObjectType> objects(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .toList();
    }

    Subgraph subgraph(String name) {
        return Objects.requireNonNull(subgraphs.get(name), name);
    }

    /** The public schema. */
    GraphQLSchema api() {
        return monolith.graph().schema();
    }

    /** Begins with nothing done, in a world of that number. */
    void enter(int world) {
        universe.enter(world);
        tally.clear();
    }

    ExecutionResult expected(Operation operation) {
        return monolith.graph().execute(operation.text(), operation.variables());
    }

    /** Whether the public schema allows the operation. */
    boolean allows(Operation operation) {
        return monolith.graph().refusals(operation.text()).isEmpty();
    }

    /** What the gateway asked that it may not ask, since the last call. */
    List<String> mistakes() {
        List<String> all = new ArrayList<>();
        subgraphs.values().forEach(subgraph -> all.addAll(subgraph.mistakes()));
        return all;
    }
}
