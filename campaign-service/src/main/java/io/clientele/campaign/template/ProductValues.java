package io.clientele.campaign.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A product as a message can tell of it; null is what is not known. */
public record ProductValues(
        @Nullable String id,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price) {

    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        put(fields, "id", id);
        put(fields, "name", name);
        put(fields, "category", category);
        put(fields, "brand", brand);
        put(fields, "price", price);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
