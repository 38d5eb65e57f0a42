package io.clientele.funnel.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.funnel.internal.InternalRefusal.Reason;

/** A request's JSON object, read key by key. A value that cannot be used is an {@link InternalRefusal} naming its key. */
public final class RequestBody {

    private final ObjectNode fields;

    private RequestBody(ObjectNode fields) {
        this.fields = fields;
    }

    /** The object in these bytes, which may have these keys and no others. */
    public static RequestBody of(byte[] bytes, Set<String> keys) {
        JsonNode body;
        try {
            body = EventDocument.MAPPER.readTree(bytes);
        } catch (IOException | NumberFormatException broken) {
            InternalRefusal refusal = new InternalRefusal(Reason.MALFORMED_JSON, null, "the body is not JSON in UTF-8");
            refusal.addSuppressed(broken);
            throw refusal;
        }
        if (!(body instanceof ObjectNode fields)) {
            throw new InternalRefusal(Reason.INVALID_TYPE, null, "the body is a JSON object");
        }
        return new RequestBody(fields).only(keys);
    }

    /** This object, which may have these keys and no others. */
    public RequestBody only(Set<String> keys) {
        for (String key : (Iterable<String>) fields::fieldNames) {
            if (!keys.contains(key)) {
                throw new InternalRefusal(Reason.UNKNOWN_FIELD, key, "is not known here");
            }
        }
        return this;
    }

    /** A customer's id, which must be there. */
    public CustomerId customer(String key) {
        return customer(key, required(key));
    }

    /** What stands in an array. */
    public sealed interface Element {
        record Text(String text) implements Element {}

        record Fields(RequestBody fields) implements Element {}
    }

    /** An array of 1 to {@code most} texts and objects. */
    public List<Element> elements(String key, int most) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode element : array(key, most)) {
            elements.add(
                    element instanceof ObjectNode object
                            ? new Element.Fields(new RequestBody(object))
                            : new Element.Text(text(key, element)));
        }
        return elements;
    }

    /** An array of 1 to {@code most} objects. */
    public List<RequestBody> objects(String key, int most) {
        List<RequestBody> objects = new ArrayList<>();
        for (JsonNode element : array(key, most)) {
            if (!(element instanceof ObjectNode object)) {
                throw new InternalRefusal(Reason.INVALID_TYPE, key + "[" + objects.size() + "]", "is not an object");
            }
            objects.add(new RequestBody(object));
        }
        return objects;
    }

    private JsonNode array(String key, int most) {
        JsonNode array = required(key);
        if (!array.isArray()) {
            throw new InternalRefusal(Reason.INVALID_TYPE, key, "is not an array");
        }
        if (array.isEmpty()) {
            throw new InternalRefusal(Reason.MISSING_FIELD, key, "is empty");
        }
        if (array.size() > most) {
            throw new InternalRefusal(Reason.TOO_MANY_ITEMS, key, "has more than " + most + " elements");
        }
        return array;
    }

    /** An instant in ISO 8601, or null if there is none. */
    public @Nullable Instant instant(String key) {
        JsonNode value = fields.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return Instant.parse(text(key, value));
        } catch (DateTimeException unreadable) {
            InternalRefusal refusal =
                    new InternalRefusal(Reason.INVALID_VALUE, key, "is not an instant such as 2026-01-31T12:00:00Z");
            refusal.addSuppressed(unreadable);
            throw refusal;
        }
    }

    /** An instant in ISO 8601, which must be there. */
    public Instant requiredInstant(String key) {
        required(key);
        return Objects.requireNonNull(instant(key));
    }

    /** An object, which must be there. */
    public RequestBody object(String key) {
        if (!(required(key) instanceof ObjectNode object)) {
            throw new InternalRefusal(Reason.INVALID_TYPE, key, "is not an object");
        }
        return new RequestBody(object);
    }

    /** A text, which must be there. */
    public String text(String key) {
        return text(key, required(key));
    }

    /** A text, or null if there is none. */
    public @Nullable String optionalText(String key) {
        JsonNode value = optional(key);
        return value == null ? null : text(key, value);
    }

    /** What stands there, or null if nothing does. */
    public @Nullable JsonNode optional(String key) {
        JsonNode value = fields.path(key);
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    /** The name of a constant, which must be there. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> constants) {
        String name = text(key);
        for (E constant : constants.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new InternalRefusal(
                Reason.INVALID_VALUE, key, "is none of " + Arrays.toString(constants.getEnumConstants()));
    }

    /** True or false, which must be there. */
    public boolean flag(String key) {
        JsonNode value = required(key);
        if (!value.isBoolean()) {
            throw new InternalRefusal(Reason.INVALID_TYPE, key, "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A whole number in a range, which must be there. */
    public int number(String key, int least, int most) {
        JsonNode value = required(key);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new InternalRefusal(Reason.INVALID_VALUE, key, "is not a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    /** A whole number of 1 or more, which must be there. */
    public long number(String key) {
        JsonNode value = required(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw new InternalRefusal(Reason.INVALID_VALUE, key, "is not a whole number of 1 or more");
        }
        return value.longValue();
    }

    private JsonNode required(String key) {
        JsonNode value = fields.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw new InternalRefusal(Reason.MISSING_FIELD, key, "is missing");
        }
        return value;
    }

    private static CustomerId customer(String key, JsonNode value) {
        return customer(key, text(key, value));
    }

    /** The customer of an id that came as {@code key}. */
    public static CustomerId customer(String key, String id) {
        try {
            return CustomerId.parse(id);
        } catch (InvalidEventException invalid) {
            throw new InternalRefusal(
                    Reason.INVALID_VALUE,
                    key,
                    "is no customer's id: it " + invalid.failure().reason());
        }
    }

    private static String text(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw new InternalRefusal(Reason.INVALID_TYPE, key, "is not a text");
        }
        return value.textValue();
    }
}
