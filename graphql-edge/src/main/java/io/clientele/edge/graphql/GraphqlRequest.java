package io.clientele.edge.graphql;

import java.io.StringReader;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;

/** The shape that the body of a GraphQL request must have. */
final class GraphqlRequest {

    /** Ample for a document. Literals of many digits take time by the square of their length, and documents are cached. */
    static final int MAX_DOCUMENT = 1 << 16;

    private GraphqlRequest() {}

    /** What is wrong with a body, in one sentence, or empty if it is a GraphQL request. */
    static Optional<String> problem(String body) {
        if (body.isBlank()) {
            return Optional.of("The body is empty; send a JSON object with 'query'.");
        }
        JsonStructure parsed;
        // As SmallRye does: raw line breaks and tabs in a string are let pass.
        String oneLine = body.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        try (JsonReader reader = Json.createReader(new StringReader(oneLine))) {
            parsed = reader.read();
        } catch (RuntimeException unreadable) {
            // Not only JsonException: the parser throws a bare RuntimeException where nesting is too deep.
            return Optional.of("The body cannot be read as JSON: " + unreadable.getMessage());
        }
        return parsed instanceof JsonObject request
                ? problem(request)
                : Optional.of("The body must be a JSON object with 'query'; batches are not supported.");
    }

    private static Optional<String> problem(JsonObject request) {
        if (type(request, "query") != ValueType.STRING
                || request.getString("query").isBlank()) {
            return Optional.of("'query' must be a string that holds a GraphQL document.");
        }
        if (request.getString("query").length() > MAX_DOCUMENT) {
            return Optional.of("'query' must have at most " + MAX_DOCUMENT + " characters; put data into variables.");
        }
        if (!isNullOr(request, "operationName", ValueType.STRING)) {
            return Optional.of("'operationName' must be a string or null.");
        }
        if (!isNullOr(request, "variables", ValueType.OBJECT)) {
            return Optional.of("'variables' must be an object or null.");
        }
        if (!isNullOr(request, "extensions", ValueType.OBJECT)) {
            return Optional.of("'extensions' must be an object or null.");
        }
        return Optional.empty();
    }

    private static boolean isNullOr(JsonObject request, String key, ValueType wanted) {
        ValueType type = type(request, key);
        return type == ValueType.NULL || type == wanted;
    }

    private static ValueType type(JsonObject request, String key) {
        return request.getOrDefault(key, JsonValue.NULL).getValueType();
    }
}
