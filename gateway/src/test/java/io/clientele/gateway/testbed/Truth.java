package io.clientele.gateway.testbed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/** Holds what a gateway says of a thing against the universe. */
record Truth(Universe universe, GraphQLSchema subgraph) {

    /** The first field of the set that the gateway left out, or of which it said something else than the universe. */
    Optional<String> untold(SelectionSet fields, Thing thing, Map<?, ?> told) {
        for (Selection<?> selection : fields.getSelections()) {
            Optional<String> wrong = switch (selection) {
                case Field field -> untold(field, thing, told);
                case InlineFragment fragment
                when applies(fragment, thing) -> untold(fragment.getSelectionSet(), thing, told);
                default -> Optional.empty();
            };
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private boolean applies(InlineFragment fragment, Thing thing) {
        return fragment.getTypeCondition() == null
                || universe.types()
                        .isA(thing.type(), fragment.getTypeCondition().getName());
    }

    private Optional<String> untold(Field field, Thing thing, Map<?, ?> told) {
        if (field.getName().equals("__typename")) {
            return Optional.empty();
        }
        if (!told.containsKey(field.getName())) {
            return Optional.of(thing.type() + "." + field.getName() + " is missing in " + told);
        }
        Object truth = universe.value(thing, field.getName(), arguments(field, thing.type()));
        return untrue(field, truth, told.get(field.getName()));
    }

    private Optional<String> untrue(Field field, @Nullable Object truth, @Nullable Object told) {
        return switch (truth) {
            case Thing thing when told instanceof Map<?, ?> map -> untold(field.getSelectionSet(), thing, map);
            case List<?> many
            when told instanceof List<?> each && each.size() == many.size() -> {
                for (int i = 0; i < many.size(); i++) {
                    Optional<String> wrong = untrue(field, many.get(i), each.get(i));
                    if (wrong.isPresent()) {
                        yield wrong;
                    }
                }
                yield Optional.empty();
            }
            case null, default ->
                same(truth, told)
                        ? Optional.empty()
                        : Optional.of(field.getName() + " is " + truth + " and not " + told);
        };
    }

    private static boolean same(@Nullable Object truth, @Nullable Object told) {
        return (truth instanceof Number && told instanceof Number)
                ? new BigDecimal(truth.toString()).compareTo(new BigDecimal(told.toString())) == 0
                : Roll.text(truth).equals(Roll.text(told));
    }

    /** The arguments as this subgraph's schema reads them, defaults included. */
    private Map<String, Object> arguments(Field field, String type) {
        GraphQLObjectType object = subgraph.getObjectType(type);
        GraphQLFieldDefinition definition = object == null ? null : object.getFieldDefinition(field.getName());
        return definition == null || definition.getArguments().isEmpty()
                ? Map.of()
                : ValuesResolver.getArgumentValues(
                        definition.getArguments(),
                        field.getArguments(),
                        CoercedVariables.emptyVariables(),
                        GraphQLContext.getDefault(),
                        Locale.ROOT);
    }
}
