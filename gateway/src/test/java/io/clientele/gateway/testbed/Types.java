package io.clientele.gateway.testbed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;

/** What all subgraphs together say about the types: which are abstract, which are entities, and what stands for what. */
final class Types {

    /** Interface or union to its object types, over all subgraphs. */
    private final Map<String, SequencedSet<String>> concrete = new TreeMap<>();

    private final Collection<String> entities = new TreeSet<>();
    private final Collection<String> entityInterfaces = new TreeSet<>();
    private final Collection<String> interfaceObjects = new TreeSet<>();

    Types(Collection<GraphQLSchema> subgraphs) {
        for (GraphQLSchema subgraph : subgraphs) {
            for (GraphQLNamedType type : subgraph.getAllTypesAsList()) {
                read(subgraph, type);
            }
        }
    }

    private void read(GraphQLSchema subgraph, GraphQLNamedType type) {
        switch (type) {
            case GraphQLObjectType object -> {
                if (object.hasAppliedDirective("interfaceObject")) {
                    interfaceObjects.add(object.getName());
                } else if (object.hasAppliedDirective("key")) {
                    entities.add(object.getName());
                }
            }
            case GraphQLInterfaceType each -> {
                concrete.computeIfAbsent(each.getName(), name -> new LinkedHashSet<>())
                        .addAll(sorted(subgraph.getImplementations(each)));
                if (each.hasAppliedDirective("key")) {
                    entityInterfaces.add(each.getName());
                }
            }
            case GraphQLUnionType union ->
                concrete.computeIfAbsent(union.getName(), name -> new LinkedHashSet<>())
                        .addAll(sorted(union.getTypes()));
            default -> {
                // Scalars, enums and inputs stand for themselves.
            }
        }
    }

    private static List<String> sorted(Collection<? extends GraphQLNamedType> types) {
        return types.stream().map(GraphQLNamedType::getName).sorted().toList();
    }

    boolean isEntity(String type) {
        return entities.contains(type);
    }

    /** Whether an object of the type satisfies the type condition. */
    boolean isA(String type, String condition) {
        return type.equals(condition)
                || concrete.getOrDefault(condition, new LinkedHashSet<>()).contains(type);
    }

    /** The interface that is an object in some subgraph, and that the type implements. */
    Optional<String> interfaceObject(String type) {
        return interfaceObjects.stream().filter(name -> isA(type, name)).findFirst();
    }

    /** Entities of one interface share their ids: each id belongs to exactly one of the implementing types. */
    String kindOf(String type, String id) {
        List<String> kinds = List.copyOf(concrete.getOrDefault(type, new LinkedHashSet<>(List.of(type))));
        return kinds.get((Integer.parseInt(id) - 1) % kinds.size());
    }

    boolean exists(String type, String id) {
        return entityInterfaces.stream()
                .filter(name -> isA(type, name))
                .allMatch(name -> kindOf(name, id).equals(type));
    }

    Shape shape(GraphQLSchema subgraph, GraphQLType type) {
        return type instanceof GraphQLNonNull required
                ? shape(subgraph, required.getWrappedType(), false)
                : shape(subgraph, type, true);
    }

    private Shape shape(GraphQLSchema subgraph, GraphQLType type, boolean nullable) {
        return switch (type) {
            case GraphQLList list -> new Shape.Many(nullable, shape(subgraph, list.getWrappedType()));
            case GraphQLScalarType scalar -> new Shape.Scalar(nullable, scalar.getName());
            case GraphQLEnumType choice -> new Shape.Choice(nullable, visible(choice));
            case GraphQLInterfaceType each ->
                new Shape.Composite(nullable, new LinkedHashSet<>(sorted(subgraph.getImplementations(each))));
            case GraphQLUnionType union -> new Shape.Composite(nullable, new LinkedHashSet<>(sorted(union.getTypes())));
            case GraphQLObjectType object
            when object.hasAppliedDirective("interfaceObject") ->
                new Shape.Composite(nullable, concrete.getOrDefault(object.getName(), new LinkedHashSet<>()));
            case GraphQLObjectType object ->
                new Shape.Composite(nullable, new LinkedHashSet<>(List.of(object.getName())));
            default -> throw new IllegalArgumentException("No output type: " + type);
        };
    }

    private static List<String> visible(GraphQLEnumType choice) {
        return choice.getValues().stream()
                .filter(value -> !value.hasAppliedDirective("inaccessible"))
                .map(GraphQLEnumValueDefinition::getName)
                .sorted()
                .collect(Collectors.toList());
    }
}
