package io.clientele.gateway.execute;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Joins what subgraphs answer of one object. */
final class Merge {

    private Merge() {}

    /** Adds fields to an object: what it has stays, objects and lists of both are joined member by member. */
    static void into(Map<String, Object> object, Map<String, Object> more) {
        more.forEach((key, value) -> {
            Object had = object.get(key);
            if (had == null) {
                object.put(key, value);
            } else {
                join(had, value);
            }
        });
    }

    private static void join(Object had, @Nullable Object value) {
        if (had instanceof Map<?, ?> object && value instanceof Map<?, ?> more) {
            into(Json.object(object), Json.object(more));
        } else if (had instanceof List<?> ours && value instanceof List<?> theirs) {
            @SuppressWarnings("unchecked") // as JSON is read
            List<Object> list = (List<Object>) ours;
            for (int i = 0; i < list.size() && i < theirs.size(); i++) {
                Object item = list.get(i);
                if (item == null) {
                    list.set(i, theirs.get(i));
                } else {
                    join(item, theirs.get(i));
                }
            }
        }
    }
}
