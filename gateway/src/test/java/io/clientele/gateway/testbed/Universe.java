package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import graphql.language.Field;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/**
 * The data: every field of every thing has one value, which all subgraphs agree on.
 *
 * <p>Entities have the ids 1 to 6. A field whose name begins with "flaky" fails for every third thing.
 */
final class Universe {

    private static final int IDS = 6;
    private static final int ONE_IN_NULL = 9;
    private static final int LONGEST_LIST = 3;

    private final Types types;
    private final SortedMap<String, String> absent;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Set<String>> owners = new HashMap<>();
    private final Set<String> identities = new HashSet<>();
    private int world;

    Universe(Map<String, GraphQLSchema> subgraphs, SortedMap<String, String> absent) {
        this.types = new Types(subgraphs.values());
        this.absent = absent;
        subgraphs.forEach((name, schema) -> {
            for (GraphQLNamedType type : schema.getAllTypesAsList()) {
                if (type instanceof GraphQLObjectType object && !type.getName().startsWith("_")) {
                    read(name, schema, object);
                }
            }
        });
    }

    private void read(String subgraph, GraphQLSchema schema, GraphQLObjectType type) {
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            if (field.getName().startsWith("_")) {
                continue;
            }
            String place = type.getName() + "." + field.getName();
            shapes.merge(place, types.shape(schema, field.getType()), Shape::and);
            if (!field.hasAppliedDirective("external")) {
                owners.computeIfAbsent(place, key -> new HashSet<>()).add(subgraph);
            }
        }
        for (GraphQLAppliedDirective key : SubgraphSchema.keys(type)) {
            SubgraphSchema.fieldSet(key).getSelectionsOfType(Field.class).stream()
                    .filter(field -> field.getSelectionSet() == null)
                    .forEach(field -> identities.add(type.getName() + "." + field.getName()));
        }
    }

    /** What the root fields answer depends on the world, so that a list which is empty in one is long in another. */
    void enter(int number) {
        world = number;
    }

    Types types() {
        return types;
    }

    /** Whether the field is itself part of what tells the type's entities apart. */
    boolean isIdentity(String type, String field) {
        return identities.contains(type + "." + field);
    }

    /** All entities that a subgraph may mean by the type name: of an interface, the things of all its types. */
    List<Thing> entities(String type) {
        return IntStream.rangeClosed(1, IDS)
                .mapToObj(Integer::toString)
                .map(id -> new Thing(types.kindOf(type, id), id))
                .filter(thing -> types.exists(thing.type(), thing.id()))
                .toList();
    }

    boolean isUnknownTo(String subgraph, Thing thing) {
        return subgraph.equals(absent.get(thing.type())) && Roll.of(subgraph + thing, LONGEST_LIST) == 0;
    }

    /**
     * A {@link Thing}, a list, a leaf or null.
     *
     * @throws OutOfOrder when the field is one that fails for this thing
     */
    @Nullable
    Object value(Thing thing, String field, Map<String, Object> arguments) {
        if (isIdentity(thing.type(), field)) {
            return identity(thing, field);
        }
        String owner = owner(thing.type(), field);
        String id = thing.isRoot() ? Integer.toString(world) : thing.id();
        String place = owner + "/" + id + "/" + field + Roll.text(arguments);
        if (field.startsWith("flaky") && Roll.of(place + "!", LONGEST_LIST) == 0) {
            throw new OutOfOrder(thing, field);
        }
        Set<String> subgraphs = owners.getOrDefault(owner + "." + field, Set.of());
        if (subgraphs.size() == 1 && isUnknownTo(subgraphs.iterator().next(), thing)) {
            return null;
        }
        Shape shape = Objects.requireNonNull(shapes.get(owner + "." + field), owner + "." + field);
        return make(shape, place);
    }

    /** What a subgraph says of an interface as one object must be the same for the types that implement it. */
    private String owner(String type, String field) {
        return types.interfaceObject(type)
                .filter(name -> owners.containsKey(name + "." + field))
                .orElse(type);
    }

    private Object identity(Thing thing, String field) {
        boolean number = shapes.get(thing.type() + "." + field) instanceof Shape.Scalar(boolean _, String name)
                && name.equals("Int");
        if (number) {
            return Integer.valueOf(thing.id());
        }
        return field.equals("id") ? thing.id() : field + "-" + thing.id();
    }

    private @Nullable Object make(Shape shape, String place) {
        if (shape.nullable() && Roll.of(place + "?", ONE_IN_NULL) == 0) {
            return null;
        }
        return switch (shape) {
            case Shape.Scalar scalar -> scalar(scalar.name(), place);
            case Shape.Choice choice ->
                choice.values().get(Roll.of(place, choice.values().size()));
            case Shape.Composite composite -> thing(List.copyOf(composite.types()), place);
            case Shape.Many many -> {
                List<@Nullable Object> made = new ArrayList<>();
                for (int i = 0; i < Roll.of(place + "#", LONGEST_LIST + 1); i++) {
                    made.add(make(many.each(), place + "/" + i));
                }
                yield made;
            }
        };
    }

    private Thing thing(List<String> candidates, String place) {
        String type = candidates.get(Roll.of(place, candidates.size()));
        if (!types.isEntity(type)) {
            return new Thing(type, shortened(place, Integer.MAX_VALUE));
        }
        List<String> ids = IntStream.rangeClosed(1, IDS)
                .mapToObj(Integer::toString)
                .filter(id -> types.exists(type, id))
                .toList();
        return new Thing(type, ids.get(Roll.of(place + "@", ids.size())));
    }

    private static Object scalar(String name, String place) {
        int roll = Roll.of(place, 1000);
        return switch (name) {
            case "Int" -> roll;
            case "Float" -> roll / 8.0;
            case "Boolean" -> roll % 2 == 0;
            default -> shortened(place, 1000);
        };
    }

    private static String shortened(String place, int sides) {
        return place.length() > 40 ? place.substring(0, 20) + "…" + Roll.of(place, sides) : place;
    }

    /** The field does not work for this thing, today or ever. */
    static final class OutOfOrder extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfOrder(Thing thing, String field) {
            super(thing.type() + " " + thing.id() + ": " + field + " is out of order", null, false, false);
        }
    }
}
