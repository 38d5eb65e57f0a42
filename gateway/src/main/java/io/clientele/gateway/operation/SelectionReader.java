package io.clientele.gateway.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.RefusedOperationException.Code;
import io.clientele.gateway.operation.RefusedOperationException.Reason;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.SupergraphField;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;

/** Reads selection sets of a valid document, or of a field set, into {@link Selections}. */
final class SelectionReader {

    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    private final Supergraph supergraph;
    private final List<Field> introspection = new ArrayList<>();
    private final Map<String, FragmentDefinition> fragments;
    private final Predicate<DirectivesContainer<?>> included;
    private int order;

    /**
     * Prepares to read.
     *
     * @param fragments the document's fragments by name
     * @param included whether a field or fragment is asked at all
     */
    SelectionReader(
            Supergraph supergraph,
            Map<String, FragmentDefinition> fragments,
            Predicate<DirectivesContainer<?>> included) {
        this.supergraph = supergraph;
        this.fragments = fragments;
        this.included = included;
    }

    Selections read(CompositeType type, SelectionSet set) {
        Collected collected = new Collected(type);
        collect(set, type, type.possible(), true, collected);
        return collected.selections();
    }

    /** The fields that ask for the schema itself, as far as was read. */
    List<Field> introspection() {
        return List.copyOf(introspection);
    }

    /** Plans keep what clients don't ask for under keys of their own, which begin so. */
    private static void refuseReserved(Field asked) {
        boolean itself = asked.getResultKey().equals(asked.getName());
        if (asked.getResultKey().startsWith("__") && !itself) {
            throw new RefusedOperationException(
                    Code.GRAPHQL_VALIDATION,
                    List.of(new Reason(
                            "The alias '" + asked.getAlias() + "' begins with two underscores, which is reserved.",
                            asked.getSourceLocation() == null ? List.of() : List.of(asked.getSourceLocation()))));
        }
    }

    /** Fields gathered for one value: those of every object, and those of some. */
    private static final class Collected {
        private final CompositeType type;
        private final List<FieldSelection> common = new ArrayList<>();
        private final Map<CompositeType, List<FieldSelection>> only = new LinkedHashMap<>();

        Collected(CompositeType type) {
            this.type = type;
        }

        Selections selections() {
            Map<CompositeType, List<FieldSelection>> merged = new LinkedHashMap<>();
            only.forEach((object, fields) -> merged.put(object, Selections.merged(object, fields)));
            return new Selections(type, Selections.merged(type, common), merged);
        }
    }

    /**
     * Walks a selection set.
     *
     * @param scope the type on which its fields are asked
     * @param objects the objects for which it is asked
     * @param all whether these are all that the value can be
     */
    private void collect(
            SelectionSet set, CompositeType scope, Set<CompositeType> objects, boolean all, Collected collected) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof DirectivesContainer<?> conditional && !included.test(conditional)) {
                continue;
            }
            switch (selection) {
                case Field field -> add(field, scope, objects, all, collected);
                case InlineFragment fragment ->
                    narrow(fragment.getSelectionSet(), fragment.getTypeCondition(), scope, objects, all, collected);
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment == null) {
                        throw new IllegalStateException("no fragment " + spread.getName() + " in a valid document");
                    }
                    narrow(fragment.getSelectionSet(), fragment.getTypeCondition(), scope, objects, all, collected);
                }
                default -> throw new IllegalStateException("no selection: " + selection);
            }
        }
    }

    private void narrow(
            SelectionSet set,
            @Nullable TypeName condition,
            CompositeType scope,
            Set<CompositeType> objects,
            boolean all,
            Collected collected) {
        CompositeType type = condition == null ? scope : type(condition.getName());
        if (all && collected.type.isWithin(type)) {
            collect(set, collected.type.isObject() ? collected.type : type, objects, true, collected);
            return;
        }
        Set<CompositeType> fewer =
                objects.stream().filter(type.possible()::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!fewer.isEmpty()) {
            collect(set, type, fewer, false, collected);
        }
    }

    private void add(Field asked, CompositeType scope, Set<CompositeType> objects, boolean all, Collected collected) {
        if (INTROSPECTION.contains(asked.getName())) {
            introspection.add(asked);
            return;
        }
        refuseReserved(asked);
        SupergraphField field = scope.field(asked.getName());
        if (field == null) {
            throw new IllegalStateException("no field " + scope + "." + asked.getName() + " in a valid document");
        }
        int here = order++;
        Selections children =
                asked.getSelectionSet() == null ? null : read(type(field.type().name()), asked.getSelectionSet());
        Set<String> variables = new LinkedHashSet<>();
        asked.getArguments().forEach(argument -> variables(argument.getValue(), variables));
        FieldSelection selection = new FieldSelection(
                asked.getResultKey(), field, arguments(asked.getArguments()), variables, children, here, false);
        if (all) {
            collected.common.add(selection);
        } else {
            objects.forEach(object -> collected
                    .only
                    .computeIfAbsent(object, any -> new ArrayList<>())
                    .add(selection));
        }
    }

    private CompositeType type(String name) {
        CompositeType type = supergraph.type(name);
        if (type == null) {
            throw new IllegalStateException("no composite type " + name + " in a valid document");
        }
        return type;
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(AstPrinter::printAstCompact).collect(Collectors.joining(",", "(", ")"));
    }

    private static void variables(Value<?> value, Set<String> found) {
        switch (value) {
            case VariableReference variable -> found.add(variable.getName());
            case ArrayValue list -> list.getValues().forEach(item -> variables(item, found));
            case ObjectValue object ->
                object.getObjectFields().stream().map(ObjectField::getValue).forEach(item -> variables(item, found));
            default -> {
                // A literal uses none.
            }
        }
    }
}
