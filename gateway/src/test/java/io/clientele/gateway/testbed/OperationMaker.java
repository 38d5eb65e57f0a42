package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;

/** Makes random operations that are valid for a schema: all that GraphQL's query language has but subscriptions. */
final class OperationMaker {

    private static final int DEEPEST = 6;
    private static final int MOST_FIELDS = 36;

    private final GraphQLSchema api;
    private final List<GraphQLCompositeType> composites;
    private final Map<String, Set<String>> possible = new HashMap<>();
    private final RandomGenerator random;

    private InputMaker inputs;
    private List<Fragment> fragments = new ArrayList<>();
    private int budget;

    private record Fragment(String name, GraphQLCompositeType on, String text) {}

    OperationMaker(GraphQLSchema api, RandomGenerator random) {
        this.api = api;
        this.random = random;
        this.inputs = new InputMaker(random);
        this.composites = composites(api);
        composites.forEach(type -> possible.put(type.getName(), possible(type)));
    }

    private static List<GraphQLCompositeType> composites(GraphQLSchema api) {
        return api.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(GraphQLCompositeType.class::isInstance)
                .map(GraphQLCompositeType.class::cast)
                .toList();
    }

    /**
     * The next operation. Two fields of one name and different arguments happen by chance: the schema refuses one in a few dozen operations.
     */
    Operation next() {
        inputs = new InputMaker(random);
        fragments = new ArrayList<>();
        budget = MOST_FIELDS;
        boolean mutates = api.getMutationType() != null && random.nextInt(3) > 0;
        GraphQLObjectType root = mutates ? api.getMutationType() : api.getQueryType();
        String body = selections(root, 0);
        String text = (mutates ? "mutation" : "query") + " Q" + inputs.declarations() + " " + body;
        for (Fragment fragment : fragments) {
            text += "\nfragment " + fragment.name() + " on " + fragment.on().getName() + " " + fragment.text();
        }
        return new Operation(text, inputs.variables());
    }

    private String selections(GraphQLCompositeType parent, int depth) {
        List<String> made = new ArrayList<>();
        for (int i = random.nextInt(depth < 3 ? 4 : 3); i >= 0; i--) {
            made.add(selection(parent, depth));
        }
        return made.stream().collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String selection(GraphQLCompositeType parent, int depth) {
        int roll = random.nextInt(100);
        if (budget <= 0 || roll < 7) {
            return (random.nextInt(3) == 0 ? "kind: " : "") + "__typename" + directives();
        }
        boolean fieldless = parent instanceof GraphQLUnionType;
        boolean abstractType = fieldless || parent instanceof GraphQLInterfaceType;
        return fieldless || roll < (abstractType ? 50 : 20) ? fragment(parent, depth) : field(parent, depth);
    }

    private String fragment(GraphQLCompositeType parent, int depth) {
        if (random.nextInt(6) == 0) {
            return "..." + directives() + " " + selections(parent, depth + 1);
        }
        List<Fragment> fitting =
                fragments.stream().filter(each -> overlap(each.on(), parent)).toList();
        if (!fitting.isEmpty() && random.nextInt(4) == 0) {
            return "..." + pick(fitting).name() + directives();
        }
        GraphQLCompositeType on =
                pick(composites.stream().filter(type -> overlap(type, parent)).toList());
        String body = selections(on, depth + 1);
        if (random.nextInt(3) > 0) {
            return "... on " + on.getName() + directives() + " " + body;
        }
        Fragment named = new Fragment("F" + fragments.size(), on, body);
        fragments.add(named);
        return "..." + named.name() + directives();
    }

    private String field(GraphQLCompositeType parent, int depth) {
        List<GraphQLFieldDefinition> fields = ((GraphQLFieldsContainer) parent)
                .getFieldDefinitions().stream()
                        .filter(field -> depth < DEEPEST || isLeaf(field))
                        .toList();
        if (fields.isEmpty()) {
            return "__typename";
        }
        budget--;
        GraphQLFieldDefinition field = pick(fields);
        String arguments = arguments(field);
        String text = alias(field, arguments) + field.getName() + arguments + directives();
        return isLeaf(field)
                ? text
                : text + " " + selections((GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(field.getType()), depth + 1);
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    private String alias(GraphQLFieldDefinition field, String arguments) {
        if (!arguments.isEmpty() && random.nextInt(5) > 0) {
            return field.getName() + "_" + random.nextInt(1000) + ": ";
        }
        return random.nextInt(6) == 0 ? (char) ('a' + random.nextInt(5)) + ": " : "";
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextBoolean()) {
                given.add(argument.getName() + ": " + inputs.input(argument.getType()));
            }
        }
        return given.isEmpty() ? "" : given.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private String directives() {
        return switch (random.nextInt(16)) {
            case 0 -> " @skip(if: " + condition() + ")";
            case 1 -> " @include(if: " + condition() + ")";
            default -> "";
        };
    }

    private String condition() {
        return inputs.input(GraphQLNonNull.nonNull(Scalars.GraphQLBoolean));
    }

    private boolean overlap(GraphQLCompositeType one, GraphQLCompositeType other) {
        return !Collections.disjoint(possible.get(one.getName()), possible.get(other.getName()));
    }

    private Set<String> possible(GraphQLCompositeType type) {
        Collection<? extends GraphQLNamedType> types = switch (type) {
            case GraphQLObjectType object -> List.of(object);
            case GraphQLInterfaceType each -> api.getImplementations(each);
            case GraphQLUnionType union -> union.getTypes();
            default -> List.of();
        };
        return types.stream().map(GraphQLNamedType::getName).collect(Collectors.toCollection(HashSet::new));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
