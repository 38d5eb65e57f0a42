package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.plan.Representation;

/** Tells of objects as a plan's representations want it. */
final class Telling {

    private static final String TYPENAME = "__typename";

    private Telling() {}

    /** The representation of an object; nothing if it is of another type, or something to be told is not known. */
    static Optional<Map<String, Object>> of(Map<String, Object> object, Map<String, Representation> representations) {
        Object type = object.get(TYPENAME);
        Representation told = type == null ? null : representations.get(type.toString());
        if (told == null) {
            told = representations.get(Representation.ANY);
        }
        return told == null ? Optional.empty() : Optional.ofNullable(told(object, told));
    }

    private static @Nullable Map<String, Object> told(Map<String, Object> object, Representation representation) {
        Object type = object.get(TYPENAME);
        List<Representation.Field> fields =
                type == null ? null : representation.fields().get(type.toString());
        if (fields == null) {
            fields = representation.fields().getOrDefault(Representation.ANY, List.of());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        Object typename = representation.typename() == null ? type : representation.typename();
        if (typename != null) {
            told.put(TYPENAME, typename);
        }
        for (Representation.Field field : fields) {
            Object value = object.get(field.key());
            if (value == null && !object.containsKey(field.key())) {
                return null;
            }
            Object part = field.children() == null ? value : part(value, field.children());
            if (part == null && value != null) {
                return null;
            }
            told.put(field.name(), part);
        }
        return told;
    }

    private static @Nullable Object part(@Nullable Object value, Representation representation) {
        return switch (value) {
            case Map<?, ?> map -> told(Json.object(map), representation);
            case List<?> list -> {
                List<Object> parts = new ArrayList<>(list.size());
                for (Object item : list) {
                    Object part = part(item, representation);
                    if (part == null && item != null) {
                        yield null;
                    }
                    parts.add(part);
                }
                yield parts;
            }
            case null, default -> value;
        };
    }
}
