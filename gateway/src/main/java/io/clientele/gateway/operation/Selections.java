package io.clientele.gateway.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.SupergraphField;

/**
 * What is asked of a value whose type is known only as {@code type}: some fields whatever it turns out to be, others only
 * of certain objects. Compared by identity, as places of a document are; safe to share between threads.
 */
public final class Selections {

    private final CompositeType type;
    private final List<FieldSelection> common;
    private final Map<CompositeType, List<FieldSelection>> only;
    private final Map<CompositeType, List<FieldSelection>> byObject = new ConcurrentHashMap<>();

    /**
     * Selections on a type.
     *
     * @param type the type on which the fields are asked
     * @param common the fields asked of every value
     * @param only the fields asked, moreover, of single objects
     */
    public Selections(CompositeType type, List<FieldSelection> common, Map<CompositeType, List<FieldSelection>> only) {
        this.type = type;
        this.common = List.copyOf(common);
        Map<CompositeType, List<FieldSelection>> copy = new LinkedHashMap<>();
        only.forEach((object, fields) -> copy.put(object, List.copyOf(fields)));
        this.only = copy;
    }

    public CompositeType type() {
        return type;
    }

    /** The fields asked whatever the value is. */
    public List<FieldSelection> common() {
        return common;
    }

    /** The objects of which more than the common fields is asked. */
    public Set<CompositeType> special() {
        return only.keySet();
    }

    /** The fields asked only of that object. */
    public List<FieldSelection> only(CompositeType object) {
        return only.getOrDefault(object, List.of());
    }

    public boolean isEmpty() {
        return common.isEmpty() && only.values().stream().allMatch(List::isEmpty);
    }

    /** The response keys that are asked, whatever the values are, where these keys lead to. */
    public Set<String> keysAt(List<String> path) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(common.stream(), only.values().stream().flatMap(List::stream))
                .forEach(field -> {
                    if (path.isEmpty()) {
                        keys.add(field.responseKey());
                    } else if (field.responseKey().equals(path.getFirst()) && field.children() != null) {
                        keys.addAll(field.children().keysAt(path.subList(1, path.size())));
                    }
                });
        return keys;
    }

    /** Everything asked of a value that is that object, in the document's order, as fields of that object. */
    public List<FieldSelection> of(CompositeType object) {
        List<FieldSelection> known = byObject.get(object);
        if (known == null) {
            known = merged(object, concat(common, only(object)));
            byObject.put(object, known);
        }
        return known;
    }

    /** What of it the caller may see. */
    public Selections permitted() {
        Map<CompositeType, List<FieldSelection>> some = new LinkedHashMap<>();
        only.forEach((object, fields) -> some.put(object, permitted(fields)));
        return new Selections(type, permitted(common), some);
    }

    private static List<FieldSelection> permitted(List<FieldSelection> fields) {
        return fields.stream()
                .filter(field -> !field.refused())
                .map(field -> field.children() == null
                        ? field
                        : field.withChildren(field.children().permitted()))
                .toList();
    }

    /** The same selections without some of the common ones. */
    public Selections without(Collection<FieldSelection> some) {
        return new Selections(
                type,
                common.stream().filter(selection -> !some.contains(selection)).toList(),
                only);
    }

    /** The same selections and the others' together; where both ask a field under one name, once with both's children. */
    public Selections and(Selections others) {
        Map<CompositeType, List<FieldSelection>> both = new LinkedHashMap<>();
        Set<CompositeType> objects = new LinkedHashSet<>(only.keySet());
        objects.addAll(others.only.keySet());
        for (CompositeType object : objects) {
            both.put(object, merged(object, concat(only(object), others.only(object))));
        }
        return new Selections(type, merged(type, concat(common, others.common)), both);
    }

    /**
     * Merges fields by response key, as fields of a type.
     *
     * <p>Fields that the type does not have are left out: they were asked through an interface of which only other objects
     * have them.
     */
    public static List<FieldSelection> merged(CompositeType type, Collection<FieldSelection> fields) {
        Map<String, FieldSelection> byKey = new LinkedHashMap<>();
        for (FieldSelection selection : fields) {
            SupergraphField own = type.field(selection.field().name());
            if (own != null) {
                byKey.merge(selection.responseKey(), selection.of(own), Selections::both);
            }
        }
        return byKey.values().stream()
                .sorted(Comparator.comparingInt(FieldSelection::order))
                .toList();
    }

    private static FieldSelection both(FieldSelection one, FieldSelection other) {
        Selections children = children(one.children(), other.children());
        FieldSelection both = one.order() <= other.order() ? one.withChildren(children) : other.withChildren(children);
        return one.refused() || other.refused() ? both.refuse() : both;
    }

    private static @Nullable Selections children(@Nullable Selections one, @Nullable Selections other) {
        if (one == null || other == null || one == other) {
            return one == null ? other : one;
        }
        return one.type().isWithin(other.type()) ? one.and(other) : other.and(one);
    }

    private static List<FieldSelection> concat(List<FieldSelection> one, List<FieldSelection> other) {
        List<FieldSelection> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** The selections for people to read: a line a field. */
    @Override
    public String toString() {
        return SelectionsText.of(this);
    }
}
