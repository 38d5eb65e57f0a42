package io.clientele.campaign.playbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts parameters' values in the places of a playbook that name them. */
final class Parameters {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final char MARK = '$';

    private Parameters() {}

    /**
     * A parameter's value as JSON.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    static JsonNode value(String field, ParameterKind kind, String text) {
        try {
            return switch (kind) {
                case NUMBER -> JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
                case SHARE, MONEY -> JsonNodeFactory.instance.numberNode(new BigDecimal(text));
                case CURRENCY -> currency(text);
                case DURATION ->
                    JsonNodeFactory.instance.textNode(Duration.parse(text).toString());
                case TEXT -> JsonNodeFactory.instance.textNode(text);
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new PlaybookFailure.InvalidParameter(field, kind).exception();
        }
    }

    private static JsonNode currency(String text) {
        if (!CURRENCY.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** A copy in which every text {@code "$name"} is the value of that name. */
    static JsonNode filled(JsonNode template, Map<String, JsonNode> values) {
        return switch (template) {
            case ObjectNode object -> {
                ObjectNode filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> filled.set(field.getKey(), filled(field.getValue(), values)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> filled.add(filled(item, values)));
                yield filled;
            }
            default -> template.isTextual() ? text(template, values) : template;
        };
    }

    private static JsonNode text(JsonNode template, Map<String, JsonNode> values) {
        String text = template.asText();
        if (text.isEmpty() || text.charAt(0) != MARK) {
            return template;
        }
        JsonNode value = values.get(text.substring(1));
        if (value == null) {
            throw new IllegalStateException("a playbook names " + text + ", which is none of its parameters");
        }
        return value;
    }
}
