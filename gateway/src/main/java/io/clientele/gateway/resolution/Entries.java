package io.clientele.gateway.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.FieldSets;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.EntityKey;
import io.clientele.gateway.supergraph.FieldSource;
import io.clientele.gateway.supergraph.Subgraph;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.SupergraphField;

/** Knows by which ways an object can move to other subgraphs, and what each way must be given. */
final class Entries {

    /**
     * What an entry must be given.
     *
     * @param fields the fields of the representation
     * @param resolution how they are resolved where the object is
     */
    record Inputs(List<FieldSelection> fields, ObjectResolution resolution) {
        static final Inputs NONE = new Inputs(List.of(), ObjectResolution.NOTHING);
    }

    private record Question(Place place, Entry entry, Busy busy) {}

    private record Told(
            CompositeType type, Selections key, @Nullable Selections requires) {}

    private final Supergraph supergraph;
    private final FieldSets fieldSets;
    private final Search search;
    private final Map<Question, Optional<Inputs>> known = new HashMap<>();
    private final Map<Told, List<FieldSelection>> representations = new HashMap<>();

    Entries(Supergraph supergraph, FieldSets fieldSets, Search search) {
        this.supergraph = supergraph;
        this.fieldSets = fieldSets;
        this.search = search;
    }

    /** The ways to have a field of an object answered elsewhere, or here once what it requires is known. */
    Set<Entry> of(Place place, FieldSelection selection) {
        Set<Entry> found = new LinkedHashSet<>();
        add(found, place, place.type(), selection.field());
        for (CompositeType supertype : place.type().supertypes()) {
            SupergraphField field = supertype.field(selection.field().name());
            if (field != null) {
                add(found, place, supertype, field);
            }
        }
        return found;
    }

    private void add(Set<Entry> found, Place place, CompositeType entity, SupergraphField field) {
        for (Map.Entry<Subgraph, FieldSource> source : field.sources().entrySet()) {
            Subgraph target = source.getKey();
            boolean itself = entity == place.type();
            boolean here = itself && target.equals(place.subgraph());
            boolean askable = itself || entity.isInterfaceObjectIn(target);
            if (!askable
                    || !source.getValue().resolves()
                    || (here && source.getValue().requires() == null)) {
                continue;
            }
            var requires = source.getValue().requires();
            found.add(new Entry(target, entity, requires == null ? null : fieldSets.selections(requires, entity)));
        }
    }

    /** The ways of an interface object to the subgraphs that know what objects there are. */
    List<Entry> toConcreteTypes(Place place) {
        CompositeType type = place.type();
        return type.memberships().keySet().stream()
                .filter(target -> !type.isInterfaceObjectIn(target))
                .map(target -> new Entry(target, type, null))
                .toList();
    }

    /** What an entry must be given, got in the cheapest way; nothing if it cannot be got. */
    Optional<Inputs> inputs(Place place, Entry entry, Busy busy) {
        Question question = new Question(place, entry, busy);
        Optional<Inputs> inputs = known.get(question);
        if (inputs == null) {
            inputs = Optional.ofNullable(cheapest(place, entry, busy));
            known.put(question, inputs);
        }
        return inputs;
    }

    private @Nullable Inputs cheapest(Place place, Entry entry, Busy busy) {
        if (supergraph.isRoot(place.type())) {
            return Inputs.NONE;
        }
        if (busy.with(place.type(), entry)) {
            return null;
        }
        Busy within = busy.and(place.type(), entry);
        Inputs best = null;
        for (EntityKey key : entry.entity().resolvableKeys(entry.target())) {
            Selections keyFields = fieldSets.selections(key.fields(), entry.entity());
            List<FieldSelection> fields = representations.computeIfAbsent(
                    new Told(place.type(), keyFields, entry.requires()),
                    told -> representation(told.type, told.key, told.requires));
            ObjectResolution resolution = search.object(place, fields, within);
            if (resolution.missing().isEmpty()
                    && (best == null || resolution.cost().compareTo(best.resolution.cost()) < 0)) {
                best = new Inputs(fields, resolution);
            }
        }
        return best;
    }

    private static List<FieldSelection> representation(
            CompositeType type, Selections key, @Nullable Selections requires) {
        List<FieldSelection> fields = new ArrayList<>(fields(key, type));
        if (requires != null) {
            fields.addAll(fields(requires, type));
        }
        return Selections.merged(type, fields);
    }

    private static List<FieldSelection> fields(Selections selections, CompositeType type) {
        return type.isObject() ? selections.of(type) : selections.common();
    }
}
