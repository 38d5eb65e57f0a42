package io.clientele.contract.event;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.InvalidEvent.Code;

/**
 * Properties that have no field of their own, kept as they came: an immutable JSON object. It lies in a {@code
 * flattened} field of the index, which keeps each leaf as text under the path of its keys joined by dots; {@link
 * #values} sees leaves exactly so.
 */
public final class FreeFields {
    /** Levels of objects and arrays, the outermost object being the first. */
    public static final int MAX_DEPTH = 16;

    /** Characters of one key. Sixteen such keys and a leaf stay below Lucene's limit of 32,766 bytes for a term. */
    public static final int MAX_KEY = 256;

    /** Leaves of more characters are kept but not searchable, as the mapping's {@code ignore_above} says. */
    public static final int MAX_SEARCHABLE = 1_024;

    public static final FreeFields NONE = new FreeFields(JsonNodeFactory.instance.objectNode(), 0);

    private final ObjectNode json;
    private final int keys;

    private FreeFields(ObjectNode json, int keys) {
        this.json = json;
        this.keys = keys;
    }

    /**
     * A copy of a JSON object.
     *
     * @param field {@code properties} or {@code traits}, named if the object is refused
     * @throws InvalidEventException {@code TOO_DEEP}, {@code TOO_MANY_KEYS}, {@code INVALID_TEXT}, {@code TOO_LONG} for a
     *     key, or {@code INVALID_TYPE} for a value that JSON cannot write
     */
    public static FreeFields of(String field, ObjectNode object) {
        if (object.isEmpty()) {
            return NONE;
        }
        Copy copy = new Copy(field);
        return new FreeFields(copy.object(object, 1), copy.keys);
    }

    /** Checks while copying, so that a tree is walked once. */
    private static final class Copy {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        private final String field;
        private int keys;

        Copy(String field) {
            this.field = field;
        }

        ObjectNode object(JsonNode object, int depth) {
            depth(depth);
            ObjectNode copy = JSON.objectNode();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                key(field, property.getKey());
                keys = Event.keys(field, keys + 1);
                copy.set(property.getKey(), node(property.getValue(), depth + 1));
            }
            return copy;
        }

        private ArrayNode array(JsonNode array, int depth) {
            depth(depth);
            ArrayNode copy = JSON.arrayNode(array.size());
            for (JsonNode element : array) {
                copy.add(node(element, depth + 1));
            }
            return copy;
        }

        private JsonNode node(JsonNode node, int depth) {
            return switch (node.getNodeType()) {
                case OBJECT -> object(node, depth);
                case ARRAY -> array(node, depth);
                case STRING -> {
                    Check.faithful(field, node.textValue());
                    // Only objects and arrays can change behind our back.
                    yield node;
                }
                case BOOLEAN -> JSON.booleanNode(node.booleanValue());
                case NULL -> JSON.nullNode();
                case NUMBER -> number(node);
                case BINARY, MISSING, POJO -> throw notJson();
            };
        }

        /** One form for a number, whatever type of Java it came in: that in which its text would be read again. */
        private JsonNode number(JsonNode number) {
            if (number.isIntegralNumber()) {
                return number.canConvertToLong()
                        ? JSON.numberNode(number.longValue())
                        : JSON.numberNode(number.bigIntegerValue());
            }
            if (!number.isBigDecimal() && !Double.isFinite(number.doubleValue())) {
                throw notJson();
            }
            BigDecimal decimal = number.decimalValue();
            return decimal.scale() == 0 ? whole(decimal.unscaledValue()) : DecimalNode.valueOf(decimal);
        }

        private static JsonNode whole(BigInteger number) {
            return number.bitLength() < Long.SIZE ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
        }

        private void depth(int depth) {
            if (depth > MAX_DEPTH) {
                throw new InvalidEventException(
                        Code.TOO_DEEP, field, "is nested more deeply than " + MAX_DEPTH + " levels");
            }
        }

        private InvalidEventException notJson() {
            return new InvalidEventException(Code.INVALID_TYPE, field, "holds a value that JSON cannot write");
        }
    }

    private static void key(String field, String key) {
        Check.faithful(field, key);
        if (key.length() > MAX_KEY) {
            throw new InvalidEventException(Code.TOO_LONG, field, "has a key of more than " + MAX_KEY + " characters");
        }
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** How many keys there are in all, on every level. */
    public int keys() {
        return keys;
    }

    /**
     * The searchable leaves at a path, as the text the index keeps of them: {@code true}, {@code 1.50}, texts as they
     * are; null is no leaf. Arrays are seen through. A path may be written by nesting or by dots within keys.
     */
    public List<String> values(String path) {
        List<String> found = new ArrayList<>();
        collect(json, path, found);
        return found;
    }

    private static void collect(JsonNode object, String path, List<String> found) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String key = property.getKey();
            if (path.equals(key)) {
                leaves(property.getValue(), found);
            } else if (path.startsWith(key) && path.charAt(key.length()) == '.') {
                String rest = path.substring(key.length() + 1);
                within(property.getValue(), rest, found);
            }
        }
    }

    private static void within(JsonNode node, String path, List<String> found) {
        if (node.isObject()) {
            collect(node, path, found);
        } else if (node.isArray()) {
            node.forEach(element -> within(element, path, found));
        }
    }

    private static void leaves(JsonNode node, List<String> found) {
        if (node.isArray()) {
            node.forEach(element -> leaves(element, found));
        } else if (node.isValueNode() && !node.isNull() && node.asText().length() <= MAX_SEARCHABLE) {
            found.add(node.asText());
        }
    }

    /** A copy as a JSON tree. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    void write(JsonGenerator generator) throws IOException {
        write(json, generator);
    }

    private static void write(JsonNode node, JsonGenerator generator) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                generator.writeStartObject();
                for (Map.Entry<String, JsonNode> property : node.properties()) {
                    generator.writeFieldName(property.getKey());
                    write(property.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case ARRAY -> {
                generator.writeStartArray();
                for (JsonNode element : node) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(node.textValue());
            case BOOLEAN -> generator.writeBoolean(node.booleanValue());
            case NULL -> generator.writeNull();
            // Every size of number knows how to write itself, and asks the provider for nothing.
            case NUMBER -> node.serialize(generator, null);
            case BINARY, MISSING, POJO -> throw new IllegalStateException("refused by the constructor");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreeFields that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The size only: open properties may hold personal data, which does not belong in logs. */
    @Override
    public String toString() {
        return "FreeFields[" + keys + " keys]";
    }
}
