package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import graphql.ExecutionResult;
import graphql.TypeResolutionEnvironment;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/**
 * One subgraph: it answers from the universe what its schema lets it answer, and says what a gateway may not ask.
 *
 * <p>What a gateway got wrong is kept in {@link #mistakes}, besides being an error of the answer.
 */
final class Subgraph {

    private final String name;
    private final Universe universe;
    private final Tally tally;
    private final Set<String> moved;
    private final GraphQLSchema schema;
    private final CheckedGraph graph;
    private final Truth truth;
    private final List<String> mistakes = new ArrayList<>();

    /**
     * A thing as this subgraph came by it: what the gateway told of it, and what the fields on the way here provide.
     */
    private record Hosted(Thing thing, Map<?, ?> told, List<SelectionSet> provided) {}

    /**
     * @param moved coordinates, such as "Product.weight", that another subgraph has overridden
     */
    Subgraph(String name, String sdl, Universe universe, Tally tally, Set<String> moved) {
        this.name = name;
        this.universe = universe;
        this.tally = tally;
        this.moved = moved;
        this.schema = SubgraphSchema.subgraph(sdl, this::fetch, this::resolve);
        this.graph = new CheckedGraph(schema);
        this.truth = new Truth(universe, schema);
    }

    /** What the gateway got wrong since the last call, in order. */
    List<String> mistakes() {
        List<String> made = List.copyOf(mistakes);
        mistakes.clear();
        return made;
    }

    ExecutionResult answer(String query, Map<String, Object> variables) {
        graph.refusals(query).forEach(refusal -> mistakes.add(name + " refuses: " + refusal + "\n" + query));
        return graph.execute(query, variables);
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        if (field.getName().equals("_entities")) {
            List<?> representations = environment.getArgument("representations");
            List<@Nullable Hosted> found = new ArrayList<>();
            Objects.requireNonNull(representations).forEach(each -> found.add(entity((Map<?, ?>) each)));
            return found;
        }
        GraphQLObjectType type = (GraphQLObjectType) environment.getParentType();
        Hosted source = environment.getSource() instanceof Hosted hosted
                ? hosted
                : new Hosted(Thing.root(type.getName()), Map.of(), List.of());
        checkAllowed(type, field, source);
        Object value = universe.value(source.thing(), field.getName(), tally.count(environment));
        return host(value, below(field, source));
    }

    private void checkAllowed(GraphQLObjectType type, GraphQLFieldDefinition field, Hosted source) {
        String place = type.getName() + "." + field.getName();
        boolean identity = universe.isIdentity(type.getName(), field.getName());
        boolean external = field.hasAppliedDirective("external") || type.hasAppliedDirective("external");
        if (external && !identity && !isProvided(field.getName(), source)) {
            throw mistake(place + " is external and not provided here");
        }
        if (moved.contains(place) && !identity) {
            throw mistake(place + " was moved to another subgraph");
        }
        for (GraphQLAppliedDirective requires : field.getAppliedDirectives("requires")) {
            truth.untold(SubgraphSchema.fieldSet(requires), source.thing(), source.told())
                    .ifPresent(untold -> {
                        throw mistake(place + " requires more: " + untold);
                    });
        }
    }

    private boolean isProvided(String field, Hosted source) {
        return source.provided().stream()
                .anyMatch(set -> fields(set, source.thing()).stream()
                        .anyMatch(each -> each.getName().equals(field)));
    }

    /** The selected fields that apply to the thing. */
    private List<Field> fields(SelectionSet set, Thing thing) {
        List<Field> found = new ArrayList<>(set.getSelectionsOfType(Field.class));
        for (InlineFragment fragment : set.getSelectionsOfType(InlineFragment.class)) {
            if (universe.types().isA(thing.type(), fragment.getTypeCondition().getName())) {
                found.addAll(fields(fragment.getSelectionSet(), thing));
            }
        }
        return found;
    }

    /** What is provided below the field: by its own directive, and by those above it. */
    private List<SelectionSet> below(GraphQLFieldDefinition field, Hosted source) {
        List<SelectionSet> below = new ArrayList<>();
        field.getAppliedDirectives("provides").forEach(provides -> below.add(SubgraphSchema.fieldSet(provides)));
        for (SelectionSet above : source.provided()) {
            fields(above, source.thing()).stream()
                    .filter(each -> each.getName().equals(field.getName()) && each.getSelectionSet() != null)
                    .forEach(each -> below.add(each.getSelectionSet()));
        }
        return below;
    }

    private @Nullable Object host(@Nullable Object value, List<SelectionSet> provided) {
        return switch (value) {
            case Thing thing -> new Hosted(thing, Map.of(), provided);
            case List<?> many -> {
                List<@Nullable Object> hosted = new ArrayList<>();
                many.forEach(each -> hosted.add(host(each, provided)));
                yield hosted;
            }
            case null, default -> value;
        };
    }

    private @Nullable Hosted entity(Map<?, ?> told) {
        String type = String.valueOf(told.get("__typename"));
        if (!(schema.getType(type) instanceof GraphQLDirectiveContainer container)) {
            throw mistake("no type " + type + " of " + told);
        }
        List<SelectionSet> keys = SubgraphSchema.keys(container).stream()
                .filter(key ->
                        !Boolean.FALSE.equals(key.getArgument("resolvable").getValue()))
                .map(SubgraphSchema::fieldSet)
                .toList();
        Optional<Thing> found = keys.stream()
                .flatMap(key -> universe.entities(type).stream()
                        .filter(thing -> truth.untold(key, thing, told).isEmpty()))
                .findFirst();
        Thing thing = found.orElseThrow(() -> mistake("no key of " + type + " is told in " + told));
        return universe.isUnknownTo(name, thing) ? null : new Hosted(thing, told, List.of());
    }

    private GraphQLObjectType resolve(TypeResolutionEnvironment environment) {
        Thing thing = environment.<Hosted>getObject().thing();
        GraphQLObjectType own = schema.getObjectType(thing.type());
        return own != null
                ? own
                : schema.getObjectType(
                        universe.types().interfaceObject(thing.type()).orElseThrow());
    }

    private IllegalStateException mistake(String message) {
        mistakes.add(name + ": " + message);
        return new IllegalStateException(message);
    }
}
