package io.clientele.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/**
 * A document without the fields that are closed to its caller.
 *
 * <p>In the place of such a field stands {@code __typename} under the field's name in the answer: so no selection becomes empty,
 * and the answer shows where the field would have stood, in every element of a list, for {@link #withheld} to make it null.
 *
 * @param document valid if the original was
 * @param withheld the fields of the operation that were taken out
 */
public record Admission(Document document, Withheld withheld) {

    /**
     * Takes the closed fields out of a document.
     *
     * @param document valid by the schema
     * @param operation the one of its operations that is carried out
     * @param closed as {@link AccessRules#closedTo} tells them
     */
    public static Admission of(
            GraphQLSchema schema, Document document, OperationDefinition operation, Set<String> closed) {
        Gate gate = new Gate(
                schema,
                closed,
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment)));
        List<List<Withheld.Step>> paths = new ArrayList<>();
        gate.find(operation.getSelectionSet(), gate.root(operation), List.of(), paths);
        return new Admission(
                paths.isEmpty() ? document : document.transform(builder -> builder.definitions(gate.opened(document))),
                new Withheld(paths));
    }

    private record Gate(GraphQLSchema schema, Set<String> closed, Map<String, FragmentDefinition> fragments) {

        private void find(
                SelectionSet selections,
                GraphQLCompositeType type,
                List<Withheld.Step> above,
                List<List<Withheld.Step>> found) {
            for (Selection<?> selection : selections.getSelections()) {
                switch (selection) {
                    case Field field -> find(field, type, above, found);
                    case InlineFragment inline -> find(inline.getSelectionSet(), within(inline, type), above, found);
                    case FragmentSpread spread -> {
                        FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                        find(fragment.getSelectionSet(), within(fragment), above, found);
                    }
                    default -> throw new IllegalStateException("no selection: " + selection);
                }
            }
        }

        private void find(
                Field field, GraphQLCompositeType type, List<Withheld.Step> above, List<List<Withheld.Step>> found) {
            if (isIntrospection(field)) {
                return;
            }
            List<Withheld.Step> path = new ArrayList<>(above);
            path.add(new Withheld.Step(field.getResultKey(), typeOf(field, type), possible(type)));
            if (isClosed(field, type)) {
                found.add(path);
            } else if (field.getSelectionSet() != null) {
                find(field.getSelectionSet(), below(field, type), path, found);
            }
        }

        @SuppressWarnings("rawtypes") // as graphql-java declares it
        private List<Definition> opened(Document document) {
            List<Definition> definitions = new ArrayList<>();
            for (Definition<?> definition : document.getDefinitions()) {
                definitions.add(
                        switch (definition) {
                            case OperationDefinition operation ->
                                operation.transform(builder ->
                                        builder.selectionSet(open(operation.getSelectionSet(), root(operation))));
                            case FragmentDefinition fragment ->
                                fragment.transform(builder ->
                                        builder.selectionSet(open(fragment.getSelectionSet(), within(fragment))));
                            default -> definition;
                        });
            }
            return definitions;
        }

        private SelectionSet open(SelectionSet selections, GraphQLCompositeType type) {
            return selections.transform(builder -> builder.selections(selections.getSelections().stream()
                    .map(selection -> open(selection, type))
                    .toList()));
        }

        private Selection<?> open(Selection<?> selection, GraphQLCompositeType type) {
            return switch (selection) {
                case Field field -> open(field, type);
                case InlineFragment inline ->
                    inline.transform(
                            builder -> builder.selectionSet(open(inline.getSelectionSet(), within(inline, type))));
                default -> selection;
            };
        }

        private Field open(Field field, GraphQLCompositeType type) {
            if (isIntrospection(field)) {
                return field;
            }
            if (isClosed(field, type)) {
                return field.transform(builder -> builder.name("__typename")
                        .alias(field.getResultKey())
                        .arguments(List.of())
                        .selectionSet(null));
            }
            SelectionSet below = field.getSelectionSet();
            return below == null
                    ? field
                    : field.transform(builder -> builder.selectionSet(open(below, below(field, type))));
        }

        private boolean isClosed(Field field, GraphQLCompositeType type) {
            return closed.contains(AccessRules.coordinate(type.getName(), field.getName()));
        }

        private static boolean isIntrospection(Field field) {
            return field.getName().startsWith("__");
        }

        private GraphQLCompositeType root(OperationDefinition operation) {
            return switch (operation.getOperation()) {
                case QUERY -> schema.getQueryType();
                case MUTATION -> schema.getMutationType();
                case SUBSCRIPTION -> schema.getSubscriptionType();
            };
        }

        private GraphQLCompositeType within(InlineFragment inline, GraphQLCompositeType type) {
            return inline.getTypeCondition() == null
                    ? type
                    : composite(inline.getTypeCondition().getName());
        }

        private GraphQLCompositeType within(FragmentDefinition fragment) {
            return composite(fragment.getTypeCondition().getName());
        }

        private GraphQLCompositeType composite(String name) {
            return schema.getTypeAs(name);
        }

        private static GraphQLOutputType typeOf(Field field, GraphQLCompositeType type) {
            return ((GraphQLFieldsContainer) type)
                    .getFieldDefinition(field.getName())
                    .getType();
        }

        private static GraphQLCompositeType below(Field field, GraphQLCompositeType type) {
            return (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(typeOf(field, type));
        }

        private Set<String> possible(GraphQLCompositeType type) {
            return type instanceof GraphQLObjectType
                    ? Set.of(type.getName())
                    : schema.getAllTypesAsList().stream()
                            .filter(GraphQLObjectType.class::isInstance)
                            .map(GraphQLObjectType.class::cast)
                            .filter(object -> schema.isPossibleType(type, object))
                            .map(GraphQLObjectType::getName)
                            .collect(Collectors.toSet());
        }
    }
}
