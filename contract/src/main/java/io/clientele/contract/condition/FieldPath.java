package io.clientele.contract.condition;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.event.Event;
import io.clientele.contract.index.EventField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;

/**
 * A field that can be asked for.
 *
 * @param field as registered
 * @param key of {@code properties} and {@code traits} the path within, its levels joined by dots; of others absent
 */
public record FieldPath(EventField field, @Nullable String key) {
    private static final int MAX_KEY = 1_024;

    public FieldPath {
        boolean open = field.type() == FieldType.OPEN;
        if (open != (key != null)) {
            throw unknown(field.fieldName(), open ? "needs a key, as in properties.color" : "has no keys");
        }
        if (key != null
                && (key.isEmpty() || key.length() > MAX_KEY || key.indexOf('*') >= 0 || !Values.faithful(key))) {
            // Elasticsearch reads a star in a field's name as a pattern.
            throw unknown(field.fieldName(), "has a key that is empty, too long, or holds * or U+0000");
        }
    }

    /**
     * The field of a name such as {@code product.brand} or {@code properties.color}.
     *
     * @throws InvalidConditionException {@code UNKNOWN_FIELD}
     */
    public static FieldPath of(String name) {
        return EventField.named(name)
                .map(field -> new FieldPath(field, null))
                .or(() -> EventField.named(name.substring(0, Math.max(0, name.indexOf('.'))))
                        .map(field -> new FieldPath(field, name.substring(name.indexOf('.') + 1))))
                .orElseThrow(() -> unknown(Values.shown(name), "is not a field of events"));
    }

    /** The name in documents and queries. */
    public String name() {
        return key == null ? field.fieldName() : field.fieldName() + "." + key;
    }

    List<FieldValue> values(Event event) {
        return field.values(event, key);
    }

    private static InvalidConditionException unknown(String name, String reason) {
        return new InvalidConditionException(Code.UNKNOWN_FIELD, name, reason);
    }
}
