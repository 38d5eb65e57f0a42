package io.clientele.contract.condition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Compiles an event's condition to Elasticsearch's query language, with the parts of it that any index shares; a pure function. */
final class EventQuery {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Always with milliseconds: what a bound leaves out, Elasticsearch fills up to the end of the second. */
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventQuery() {}

    static ObjectNode of(Condition condition) {
        return switch (condition) {
            case And and -> bool("filter", and.conditions());
            case Or or -> bool("should", or.conditions());
            case Not not -> bool("must_not", List.of(not.condition()));
            case EventProperty property -> property(property);
            case Trait trait -> property(EventCondition.asOfEvent(trait));
            case Behaviour behaviour -> throw EventCondition.wrongScope(behaviour);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        };
    }

    /** Everything of {@code queries} holds. */
    static ObjectNode all(List<ObjectNode> queries) {
        return clause("filter", queries);
    }

    /** At least one of {@code queries} holds. */
    static ObjectNode any(List<ObjectNode> queries) {
        return clause("should", queries);
    }

    static ObjectNode term(String field, String value) {
        return object("term", object(field, JSON.textNode(value)));
    }

    static ObjectNode range(String field, String bound, FieldType type, long value) {
        return object("range", object(field, object(bound, json(type, new Whole(value)))));
    }

    private static ObjectNode bool(String clause, List<Condition> conditions) {
        return clause(clause, conditions.stream().map(EventQuery::of).toList());
    }

    static ObjectNode clause(String clause, List<ObjectNode> queries) {
        // Alone in a bool, one "should" must match: that is Elasticsearch's default without "must" and "filter".
        return object("bool", object(clause, JSON.arrayNode().addAll(queries)));
    }

    private static ObjectNode property(EventProperty property) {
        return comparison(
                property.field().name(), property.field().field().type(), property.operator(), property.values());
    }

    /** A field's comparison, of documents of any index. */
    static ObjectNode comparison(String field, FieldType type, Operator operator, List<FieldValue> values) {
        return switch (operator) {
            case ANY_OF -> object("terms", object(field, json(type, values)));
            case NONE_OF -> clause("must_not", List.of(object("terms", object(field, json(type, values)))));
            case EXISTS -> object("exists", object("field", JSON.textNode(field)));
            case PREFIX -> object("prefix", object(field, json(type, values.getFirst())));
            case LESS -> range(field, "lt", type, values);
            case AT_MOST -> range(field, "lte", type, values);
            case GREATER -> range(field, "gt", type, values);
            case AT_LEAST -> range(field, "gte", type, values);
        };
    }

    private static ObjectNode range(String field, String bound, FieldType type, List<FieldValue> values) {
        return object("range", object(field, object(bound, json(type, values.getFirst()))));
    }

    static ArrayNode json(FieldType type, List<FieldValue> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(json(type, value)));
        return array;
    }

    static JsonNode json(FieldType type, FieldValue value) {
        return switch (value) {
            case Text(String text) -> JSON.textNode(text);
            case Whole(long number) ->
                type == FieldType.DATE ? JSON.textNode(date(Instant.ofEpochMilli(number))) : JSON.numberNode(number);
        };
    }

    /** An instant as documents and queries have it. */
    static String date(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static ObjectNode object(String key, JsonNode value) {
        return JSON.objectNode().set(key, value);
    }
}
