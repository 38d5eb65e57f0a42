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
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Compiles an event's condition to Elasticsearch's query language; a pure function. */
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

    private static ObjectNode clause(String clause, List<ObjectNode> queries) {
        // Alone in a bool, one "should" must match: that is Elasticsearch's default without "must" and "filter".
        return object("bool", object(clause, JSON.arrayNode().addAll(queries)));
    }

    private static ObjectNode property(EventProperty property) {
        String field = property.field().name();
        return switch (property.operator()) {
            case ANY_OF -> object("terms", object(field, values(property)));
            case NONE_OF -> clause("must_not", List.of(object("terms", object(field, values(property)))));
            case EXISTS -> object("exists", object("field", JSON.textNode(field)));
            case PREFIX -> object("prefix", object(field, values(property).get(0)));
            case LESS -> range(property, "lt");
            case AT_MOST -> range(property, "lte");
            case GREATER -> range(property, "gt");
            case AT_LEAST -> range(property, "gte");
        };
    }

    private static ObjectNode range(EventProperty property, String bound) {
        return object(
                "range",
                object(property.field().name(), object(bound, values(property).get(0))));
    }

    private static ArrayNode values(EventProperty property) {
        FieldType type = property.field().field().type();
        ArrayNode values = JSON.arrayNode();
        for (FieldValue value : property.values()) {
            values.add(json(type, value));
        }
        return values;
    }

    private static JsonNode json(FieldType type, FieldValue value) {
        return switch (value) {
            case Text(String text) -> JSON.textNode(text);
            case Whole(long number) ->
                type == FieldType.DATE
                        ? JSON.textNode(MILLISECONDS.format(Instant.ofEpochMilli(number)))
                        : JSON.numberNode(number);
        };
    }

    private static ObjectNode object(String key, JsonNode value) {
        return JSON.objectNode().set(key, value);
    }
}
