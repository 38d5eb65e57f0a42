package io.clientele.gateway.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.FieldSets;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.FieldSource;
import io.clientele.gateway.supergraph.Subgraph;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.SupergraphField;

/** Searches the cheapest resolution of one operation. Not for two threads. */
public final class Search {

    private record Question(Place place, Selections wanted, Busy busy) {}

    /** Lists of fields are compared by identity: they are parts of the operation, or of the schema. */
    private record ObjectQuestion(Place place, List<FieldSelection> fields, Busy busy) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof ObjectQuestion(Place there, List<FieldSelection> others, Busy with)
                    && fields == others
                    && place.equals(there)
                    && busy.equals(with);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(fields) + place.hashCode();
        }
    }

    private final Supergraph supergraph;
    private final FieldSets fieldSets;
    private final Entries entries;
    private final Budget budget;
    private final Map<Question, Resolution> known = new HashMap<>();
    private final Map<ObjectQuestion, ObjectResolution> knownObjects = new HashMap<>();

    public Search(Supergraph supergraph, FieldSets fieldSets, Budget budget) {
        this.supergraph = supergraph;
        this.fieldSets = fieldSets;
        this.entries = new Entries(supergraph, fieldSets, this);
        this.budget = budget;
    }

    /** Resolves fields of a root type, from before any subgraph is asked. */
    public ObjectResolution root(CompositeType root, List<FieldSelection> fields) {
        return object(Place.start(root), fields, Busy.WITH_NOTHING);
    }

    /** Resolves what is wanted of a value. */
    Resolution resolve(Place place, Selections wanted, Busy busy) {
        Question question = new Question(place, wanted, busy);
        Resolution resolution = known.get(question);
        if (resolution == null) {
            resolution = search(place, wanted, busy);
            known.put(question, resolution);
        }
        return resolution;
    }

    private Resolution search(Place place, Selections wanted, Busy busy) {
        CompositeType type = place.type();
        if (type.isInterfaceObjectIn(place.subgraph())) {
            return Resolution.of(type, interfaceObject(place, wanted, busy));
        }
        Map<CompositeType, ObjectResolution> byObject = new LinkedHashMap<>();
        for (CompositeType object : type.possibleIn(place.subgraph())) {
            byObject.put(
                    object,
                    place.allKnow(object)
                            ? object(place.as(object), wanted.of(object), busy)
                            : ObjectResolution.NOTHING);
        }
        if (byObject.isEmpty()) { // an interface without an object: nothing will be answered, but it must make sense
            byObject.put(type, object(place, wanted.common(), busy));
        }
        List<FieldSelection> torn = type.isObject() ? List.of() : torn(wanted, byObject);
        return torn.isEmpty() ? Resolution.of(type, byObject) : without(torn, place, wanted, busy);
    }

    /**
     * The fields asked of whatever the value is that cannot be had, from here, of one of the objects that it can be.
     *
     * <p>Which object it will be is not known before it is asked for; so they are not asked for here of any.
     */
    private static List<FieldSelection> torn(Selections wanted, Map<CompositeType, ObjectResolution> byObject) {
        return wanted.common().stream()
                .filter(selection -> byObject.entrySet().stream()
                        .anyMatch(entry -> Selections.merged(entry.getKey(), List.of(selection)).stream()
                                .anyMatch(entry.getValue().missing()::contains)))
                .toList();
    }

    /** The resolution of all but the torn fields, which are missing of every object. */
    private Resolution without(List<FieldSelection> torn, Place place, Selections wanted, Busy busy) {
        Map<CompositeType, ObjectResolution> byObject = new LinkedHashMap<>();
        resolve(place, wanted.without(torn), busy).byObject().forEach((object, resolution) -> {
            List<FieldSelection> missing = new ArrayList<>(resolution.missing());
            missing.addAll(Selections.merged(object, torn));
            byObject.put(object, new ObjectResolution(resolution.local(), resolution.hops(), missing));
        });
        return Resolution.of(place.type(), byObject);
    }

    /** Resolves fields of an object, or of an interface object as far as they are the interface's. */
    ObjectResolution object(Place place, List<FieldSelection> fields, Busy busy) {
        ObjectQuestion question = new ObjectQuestion(place, fields, busy);
        ObjectResolution resolution = knownObjects.get(question);
        if (resolution == null) {
            budget.step();
            List<FieldSelection> asked = supergraph.isRoot(place.type())
                    ? fields.stream()
                            .filter(selection -> !selection.field().isTypename())
                            .toList() // known without asking
                    : fields;
            resolution = new Choice(this, entries, place, busy).among(asked);
            knownObjects.put(question, resolution);
        }
        return resolution;
    }

    /**
     * A value of which its subgraph knows only the interface. For the name of its type, and for what only some objects
     * have, it must move to a subgraph that knows them.
     */
    private ObjectResolution interfaceObject(Place place, Selections wanted, Busy busy) {
        boolean typed = !wanted.special().isEmpty()
                || wanted.common().stream()
                        .anyMatch(selection -> selection.field().isTypename());
        List<FieldSelection> fields = Selections.merged(place.type(), wanted.common());
        if (!typed) {
            return object(place, fields, busy);
        }
        List<LocalField> local = new ArrayList<>();
        List<FieldSelection> others = new ArrayList<>();
        for (FieldSelection selection : fields) {
            LocalField here = selection.field().isTypename() ? null : local(place, selection, null, busy);
            if (here != null && here.cost().fetches() == 0 && missing(here) == null) {
                local.add(here);
            } else {
                others.add(selection);
            }
        }
        Map<CompositeType, List<FieldSelection>> only = new LinkedHashMap<>();
        wanted.special().forEach(object -> only.put(object, wanted.only(object)));
        Selections rest = new Selections(place.type(), others, only);
        Hop best = null;
        for (Entry entry : entries.toConcreteTypes(place)) {
            Optional<Entries.Inputs> inputs = entries.inputs(place, entry, busy);
            if (inputs.isPresent()) {
                Resolution answer = resolve(Place.entered(place.type(), entry.target()), rest, busy);
                Hop hop = new Hop(
                        entry.target(),
                        entry.entity(),
                        inputs.get().fields(),
                        inputs.get().resolution(),
                        answer);
                boolean complete = answer.missing(rest) == null;
                if (complete
                        && (best == null
                                || answer.cost().compareTo(best.answer().cost()) < 0)) {
                    best = hop;
                }
            }
        }
        return best == null
                ? new ObjectResolution(local, List.of(), others)
                : new ObjectResolution(local, List.of(best), List.of());
    }

    /**
     * A field as the subgraph at hand answers it, as far as it does.
     *
     * @param told what the subgraph was told on entering; null if nothing beside the key
     * @return null if it doesn't answer the field, or nothing of what is asked below it
     */
    @Nullable
    LocalField local(Place place, FieldSelection selection, @Nullable Selections told, Busy busy) {
        if (selection.field().isTypename()) {
            return place.type().isInterfaceObjectIn(place.subgraph()) ? null : new LocalField(selection, null);
        }
        FieldSource source = selection.field().source(place.subgraph());
        FieldSelection provided = place.provides(selection.field().name());
        if (source == null || !(provided != null || answers(source, told, place.type()))) {
            return null;
        }
        if (selection.children() == null) {
            return new LocalField(selection, null);
        }
        CompositeType type = supergraph.type(source.type().name());
        if (type == null) {
            return null;
        }
        Place below = new Place(
                type, place.subgraph(), providedBelow(source, provided, type), sharers(place, selection.field()));
        Resolution children = resolve(below, selection.children(), busy);
        boolean nothing = children.isBare() && children.missing(selection.children()) != null;
        return nothing ? null : new LocalField(selection, children);
    }

    /** The subgraphs that might answer a field here: of an entity all that have it, of a value those that have the value. */
    private Set<Subgraph> sharers(Place place, SupergraphField field) {
        CompositeType type = place.type();
        boolean movable = supergraph.isRoot(type)
                || type.memberships().keySet().stream()
                        .anyMatch(subgraph -> !type.resolvableKeys(subgraph).isEmpty());
        return field.sources().entrySet().stream()
                .filter(source -> source.getValue().resolves())
                .map(Map.Entry::getKey)
                .filter(subgraph -> movable || place.sharers().contains(subgraph))
                .collect(Collectors.toSet());
    }

    private boolean answers(FieldSource source, @Nullable Selections told, CompositeType type) {
        return source.resolves()
                && (source.requires() == null || fieldSets.selections(source.requires(), type) == told);
    }

    private @Nullable Selections providedBelow(
            FieldSource source, @Nullable FieldSelection provided, CompositeType type) {
        Selections inherited = provided == null ? null : provided.children();
        Selections own = source.provides() == null ? null : fieldSets.selections(source.provides(), type);
        return own == null || inherited == null ? (own == null ? inherited : own) : inherited.and(own);
    }

    /** What of a field's selection its resolution leaves open; null if nothing. */
    static @Nullable FieldSelection missing(LocalField field) {
        Selections wanted = field.field().children();
        if (wanted == null || field.children() == null) {
            return null;
        }
        Selections open = field.children().missing(wanted);
        return open == null ? null : field.field().withChildren(open);
    }
}
