package io.clientele.funnel.collect;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.clientele.contract.event.InvalidEvent.Code;
import io.clientele.contract.event.InvalidEventException;

/**
 * A JSON object that is taken apart: known keys come out typed, and what is left in the end is what nobody knows. It works
 * on the object itself, since every event passes here and a copy of each would cost more than reading it; whoever hands an
 * object over gives it up. Each method takes all the keys by which a stored field may go and gives the first value that is not absent; a missing key, null and an
 * empty text are absent. A value of a wrong type fails with an {@link InvalidEventException} that names the stored field,
 * even if another value comes before it.
 */
final class JsonFields {

    /** Any number of so many digits is a long. */
    private static final int MAX_WHOLE_DIGITS = 18;

    /** Reading a decimal takes time by the square of its length. */
    private static final int MAX_NUMBER_TEXT = 64;

    private final ObjectNode rest;

    private JsonFields(ObjectNode rest) {
        this.rest = rest;
    }

    /** The fields of an object that is called {@code name} in errors, and is given up; none if it is absent. */
    static JsonFields of(String name, JsonNode object) {
        if (object instanceof ObjectNode fields) {
            return new JsonFields(fields);
        }
        if (!absent(object)) {
            throw new InvalidEventException(Code.INVALID_TYPE, name, "is not an object");
        }
        return new JsonFields(JsonNodeFactory.instance.objectNode());
    }

    /** What has not been taken. */
    ObjectNode rest() {
        return rest;
    }

    boolean has(String key) {
        return !absent(rest.path(key));
    }

    boolean hasAny(String... keys) {
        for (String key : keys) {
            if (has(key)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a key; missing if it is absent. */
    JsonNode take(String key) {
        JsonNode value = rest.remove(key);
        return value == null || absent(value) ? MissingNode.getInstance() : value;
    }

    /** The fields of an object within this one that is called {@code name} in errors; none if it is absent. */
    JsonFields object(String name, String key) {
        return of(name, take(key));
    }

    @Nullable
    String text(String field, String... keys) {
        return first(keys, value -> text(field, value));
    }

    /** A text, or a whole number, as many clients send ids. */
    @Nullable
    String id(String field, String... keys) {
        return first(keys, value -> id(field, value));
    }

    /** A number without a fraction, or a text of one. */
    @Nullable
    Long whole(String field, String... keys) {
        return first(keys, value -> whole(field, decimal(field, value)));
    }

    /** A number of any precision, or a text of one. */
    @Nullable
    BigDecimal decimal(String field, String... keys) {
        return first(keys, value -> decimal(field, value));
    }

    /** A time in ISO-8601 with an offset. */
    @Nullable
    Instant instant(String field, String... keys) {
        return first(keys, value -> instant(field, value));
    }

    private <T> @Nullable T first(String[] keys, Function<JsonNode, @Nullable T> typed) {
        T first = null;
        for (String key : keys) {
            JsonNode value = rest.remove(key);
            if (value != null && !absent(value)) {
                T read = typed.apply(value);
                first = first == null ? read : first;
            }
        }
        return first;
    }

    static String text(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(field, "is not a text");
        }
        return value.textValue();
    }

    private static String id(String field, JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw wrongType(field, "is neither a text nor a whole number");
        }
        return value.asText();
    }

    private static Long whole(String field, BigDecimal number) {
        if (number.precision() - (long) number.scale() > MAX_WHOLE_DIGITS) {
            throw new InvalidEventException(Code.OUT_OF_RANGE, field, "is not a number of up to 18 digits");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw wrongType(field, "is not a whole number");
        }
    }

    private static BigDecimal decimal(String field, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isTextual() ? value.textValue() : "";
        if (text.length() > MAX_NUMBER_TEXT) {
            throw wrongType(field, "is not a number of up to " + MAX_NUMBER_TEXT + " characters");
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException unreadable) {
            throw wrongType(field, "is not a number");
        }
    }

    static @Nullable Instant instant(String field, JsonNode value) {
        if (absent(value)) {
            return null;
        }
        try {
            return IsoTime.parse(text(field, value));
        } catch (DateTimeException unreadable) {
            throw new InvalidEventException(
                    Code.INVALID_VALUE,
                    field,
                    "is not a time in ISO-8601 with an offset, such as 2026-01-31T12:00:00Z");
        }
    }

    private static boolean absent(JsonNode value) {
        return value instanceof TextNode text
                ? text.textValue().isEmpty()
                : value instanceof NullNode || value instanceof MissingNode;
    }

    private static InvalidEventException wrongType(String field, String reason) {
        return new InvalidEventException(Code.INVALID_TYPE, field, reason);
    }
}
