package io.clientele.gateway.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;

/**
 * The response keys that are in use at one place of the answer, so that fields which only keys and requirements need find a
 * key that means nothing else there.
 */
final class Shape {

    /** Stands at keys that mean different fields of different objects. */
    private static final String SEVERAL = "";

    private final Map<String, String> meanings = new HashMap<>();
    private final Map<String, Shape> below = new HashMap<>();

    /** The shape of what a client asks. */
    static Shape of(Selections selections) {
        Shape shape = new Shape();
        shape.reserve(selections);
        return shape;
    }

    private void reserve(Selections selections) {
        reserve(selections.common());
        selections.special().forEach(object -> reserve(selections.only(object)));
    }

    private void reserve(List<FieldSelection> fields) {
        for (FieldSelection selection : fields) {
            meanings.merge(
                    selection.responseKey(), meaning(selection), (one, other) -> one.equals(other) ? one : SEVERAL);
            if (selection.children() != null) {
                below(selection.responseKey()).reserve(selection.children());
            }
        }
    }

    Shape below(String key) {
        return below.computeIfAbsent(key, any -> new Shape());
    }

    /** The key of a field that clients don't ask: its own name, unless that means something else here. */
    String key(FieldSelection selection) {
        String meaning = meaning(selection);
        String name = selection.field().name();
        for (int i = 0; ; i++) {
            // Clients cannot use names that begin with two underscores.
            String key = i == 0 ? name : "__" + name + i;
            String taken = meanings.putIfAbsent(key, meaning);
            if (taken == null || taken.equals(meaning)) {
                return key;
            }
        }
    }

    /** The selection under its key. */
    FieldSelection keyed(FieldSelection selection, boolean asked) {
        return asked ? selection : selection.as(key(selection));
    }

    private static String meaning(FieldSelection selection) {
        return selection.field().name() + selection.arguments();
    }

    /** What a representation tells of fields that are answered at this place. */
    @Nullable
    Representation told(@Nullable String typename, @Nullable Selections selections) {
        if (selections == null) {
            return null;
        }
        Map<String, List<Representation.Field>> fields = new HashMap<>();
        if (selections.special().isEmpty()) {
            fields.put(Representation.ANY, told(selections.common()));
        } else {
            selections.type().possible().forEach(object -> fields.put(object.name(), told(selections.of(object))));
        }
        return new Representation(typename, fields);
    }

    /** The fields of a representation. */
    List<Representation.Field> told(List<FieldSelection> fields) {
        return fields.stream()
                .map(field -> {
                    String key = key(field);
                    return new Representation.Field(
                            field.field().name(), key, below(key).told(null, field.children()));
                })
                .toList();
    }
}
