package io.clientele.contract.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.InvalidCondition.Code;

/** Reads what {@link ConditionJson} documents; whatever else comes is refused. */
final class ConditionReader {
    private ConditionReader() {}

    static Condition read(JsonNode json) {
        Condition condition = condition(json, 1);
        Limits.check(condition);
        return condition;
    }

    private static Condition condition(JsonNode json, int depth) {
        Limits.depth(depth);
        if (!json.isObject() || json.size() != 1) {
            throw malformed("condition", "is not an object with one key");
        }
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        JsonNode content = only.getValue();
        return switch (only.getKey()) {
            case "and" -> new And(list("and", content, depth));
            case "or" -> new Or(list("or", content, depth));
            case "not" -> new Not(condition(content, depth + 1));
            case "property" -> property(content);
            case "trait" -> trait(content);
            case "behaviour" -> behaviour(content, depth);
            case "customer" -> customer(content);
            case "segment" -> segment(content);
            case "bucket" -> bucket(content);
            // A string from a request: anything else can come, and is refused.
            default -> throw malformed(Values.shown(only.getKey()), "is not a kind of condition");
        };
    }

    private static List<Condition> list(String key, JsonNode json, int depth) {
        if (!json.isArray()) {
            throw malformed(key, "is not a list");
        }
        // Counted again as a whole in the end; here, so that an endless list is not built first.
        if (json.size() > Limits.MAX_LEAVES) {
            throw new InvalidConditionException(
                    Code.TOO_MANY_CONDITIONS, key, "has more than " + Limits.MAX_LEAVES + " conditions");
        }
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode element : json) {
            conditions.add(condition(element, depth + 1));
        }
        return conditions;
    }

    private static Condition property(JsonNode json) {
        keys("property", json, Set.of("field", "operator", "values"));
        return EventProperty.of(text(json, "field"), operator(json), values(json));
    }

    private static Condition trait(JsonNode json) {
        keys("trait", json, Set.of("name", "operator", "values"));
        return new Trait(text(json, "name"), operator(json), values(json));
    }

    private static Condition customer(JsonNode json) {
        keys("customer", json, Set.of("field", "operator", "values"));
        return CustomerProperty.of(text(json, "field"), operator(json), values(json));
    }

    private static Condition segment(JsonNode json) {
        keys("segment", json, Set.of("id"));
        return new InSegment(text(json, "id"));
    }

    private static Condition bucket(JsonNode json) {
        keys("bucket", json, Set.of("salt", "from", "to"));
        return new Bucket(text(json, "salt"), part(json, "from"), part(json, "to"));
    }

    private static int part(JsonNode json, String key) {
        long number = number(json, key).orElseThrow(() -> malformed(key, "is not a whole number"));
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Condition behaviour(JsonNode json, int depth) {
        keys("behaviour", json, Set.of("event", "where", "atLeast", "atMost", "withinDays"));
        Optional<Condition> where =
                json.has("where") ? Optional.of(condition(json.path("where"), depth + 1)) : Optional.empty();
        OptionalLong atMost = number(json, "atMost");
        return new Behaviour(
                text(json, "event"),
                where,
                number(json, "atLeast").orElse(atMost.isPresent() ? 0 : 1),
                atMost,
                days(json));
    }

    private static void keys(String kind, JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw malformed(kind, "is not an object");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw malformed(kind + "." + Values.shown(key), "is not a known key");
            }
        });
    }

    private static Operator operator(JsonNode json) {
        String name = text(json, "operator");
        for (Operator operator : Operator.values()) {
            if (operator.name().equals(name)) {
                return operator;
            }
        }
        throw malformed("operator", "is not a known operator: " + Values.shown(name));
    }

    private static List<String> values(JsonNode json) {
        List<String> values = new ArrayList<>();
        if (json.has("values") && !json.path("values").isArray()) {
            throw malformed("values", "is not a list");
        }
        for (JsonNode value : json.path("values")) {
            if (!value.isTextual()) {
                throw malformed("values", "holds something else than texts");
            }
            values.add(value.textValue());
        }
        return values;
    }

    private static String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw malformed(key, "is not a text");
        }
        return json.path(key).textValue();
    }

    private static OptionalLong number(JsonNode json, String key) {
        if (!json.has(key)) {
            return OptionalLong.empty();
        }
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed(key, "is not a whole number");
        }
        return OptionalLong.of(value.longValue());
    }

    private static OptionalInt days(JsonNode json) {
        OptionalLong days = number(json, "withinDays");
        // Beyond an int is out of range as much as the largest int is.
        return days.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.clamp(days.getAsLong(), 0, Integer.MAX_VALUE));
    }

    private static InvalidConditionException malformed(String field, String reason) {
        return new InvalidConditionException(Code.MALFORMED, field, reason);
    }
}
