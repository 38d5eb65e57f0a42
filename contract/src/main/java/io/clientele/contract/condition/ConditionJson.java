package io.clientele.contract.condition;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Conditions as JSON, which is how they are stored and the form of their GraphQL input. An object with exactly one key
 * says what it is:
 *
 * <pre>{@code
 * {"and": [condition, …]}   {"or": [condition, …]}   {"not": condition}
 * {"property": {"field": "product.price", "operator": "AT_LEAST", "values": ["19.99"]}}
 * {"trait": {"name": "gender", "operator": "ANY_OF", "values": ["female"]}}
 * {"behaviour": {"event": "Order Completed", "where": condition, "atLeast": 1, "atMost": 3, "withinDays": 30}}
 * {"customer": {"field": "value_tier", "operator": "ANY_OF", "values": ["loyal"]}}
 * {"segment": {"id": "s-1"}}   {"bucket": {"salt": "spring", "from": 0, "to": 5000}}
 * }</pre>
 *
 * Values are texts, whatever the field's type; {@code values} is left out with EXISTS. Of a behaviour only {@code event}
 * is required; {@code atLeast} is 1 if neither it nor {@code atMost} is given, else 0. {@code read(write(c))} equals
 * {@code c}.
 */
public final class ConditionJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ConditionJson() {}

    /**
     * Reads a condition, strictly: an unknown key is refused.
     *
     * @throws InvalidConditionException with the code of what is wrong
     */
    public static Condition read(JsonNode json) {
        return ConditionReader.read(json);
    }

    public static ObjectNode write(Condition condition) {
        ObjectNode json = JSON.objectNode();
        switch (condition) {
            case And and -> list(json, "and", and.conditions());
            case Or or -> list(json, "or", or.conditions());
            case Not not -> json.set("not", write(not.condition()));
            case EventProperty property -> json.set("property", property(property));
            case Trait trait -> json.set("trait", trait(trait));
            case Behaviour behaviour -> json.set("behaviour", behaviour(behaviour));
            case CustomerProperty property -> json.set("customer", customer(property));
            case InSegment in -> json.putObject("segment").put("id", in.segment());
            case Bucket bucket ->
                json.putObject("bucket")
                        .put("salt", bucket.salt())
                        .put("from", bucket.from())
                        .put("to", bucket.to());
        }
        return json;
    }

    private static void list(ObjectNode json, String key, List<Condition> conditions) {
        json.putArray(key).addAll(conditions.stream().map(ConditionJson::write).toList());
    }

    private static ObjectNode property(EventProperty property) {
        FieldType type = property.field().field().type();
        ObjectNode json = JSON.objectNode()
                .put("field", property.field().name())
                .put("operator", property.operator().name());
        values(
                json,
                property.values().stream()
                        .map(value -> Values.format(type, value))
                        .toList());
        return json;
    }

    private static ObjectNode customer(CustomerProperty property) {
        FieldType type = property.field().type();
        ObjectNode json = JSON.objectNode()
                .put("field", property.field().fieldName())
                .put("operator", property.operator().name());
        values(
                json,
                property.values().stream()
                        .map(value -> Values.format(type, value))
                        .toList());
        return json;
    }

    private static ObjectNode trait(Trait trait) {
        ObjectNode json = JSON.objectNode()
                .put("name", trait.name())
                .put("operator", trait.operator().name());
        values(json, trait.values());
        return json;
    }

    private static ObjectNode behaviour(Behaviour behaviour) {
        ObjectNode json = JSON.objectNode().put("event", behaviour.event());
        behaviour.where().ifPresent(where -> json.set("where", write(where)));
        json.put("atLeast", behaviour.atLeast());
        behaviour.atMost().ifPresent(most -> json.put("atMost", most));
        behaviour.withinDays().ifPresent(days -> json.put("withinDays", days));
        return json;
    }

    private static void values(ObjectNode json, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(json.putArray("values")::add);
        }
    }
}
