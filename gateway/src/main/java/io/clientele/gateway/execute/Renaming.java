package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Gives the fields of an answer the keys that they stand for. */
final class Renaming {

    private final Map<String, String> meanings;

    Renaming(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    String key(String key) {
        return meanings.getOrDefault(key, key);
    }

    /** The object with its keys renamed, at every depth; itself if nothing is to be renamed. */
    Map<String, Object> of(Map<String, Object> object) {
        if (meanings.isEmpty()) {
            return object;
        }
        Map<String, Object> renamed = LinkedHashMap.newLinkedHashMap(object.size());
        object.forEach((key, field) -> renamed.put(key(key), value(field)));
        return renamed;
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> of(Json.object(map));
            case List<?> list -> {
                List<Object> renamed = new ArrayList<>(list.size());
                list.forEach(item -> renamed.add(value(item)));
                yield renamed;
            }
            case null, default -> value;
        };
    }
}
