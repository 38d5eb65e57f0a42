package io.clientele.gateway.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.gateway.execute.Json;
import io.vertx.core.MultiMap;

/**
 * What a request asks, by the names that GraphQL over HTTP gives its parts.
 *
 * @param query the document, not blank
 * @param operationName which of its operations is meant; null if it has one
 * @param variables the operation's variables
 */
record GraphqlParameters(String query, @Nullable String operationName, Map<String, Object> variables) {

    /** Ample for a document, and what the subgraphs take. */
    private static final int MAX_DOCUMENT = 1 << 16;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Object.class);

    /**
     * Reads the body of a POST.
     *
     * @throws RefusedRequestException if it is no request of GraphQL
     */
    static GraphqlParameters ofBody(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            throw RefusedRequestException.malformed("The body is empty; send a JSON object with 'query'.");
        }
        if (!(json("The body", body) instanceof Map<?, ?> parts)) {
            throw RefusedRequestException.malformed(
                    "The body must be a JSON object with 'query'; batches are not supported.");
        }
        return of(parts);
    }

    /**
     * Reads the parameters of a GET.
     *
     * @throws RefusedRequestException if they are no request of GraphQL
     */
    static GraphqlParameters ofQuery(MultiMap parameters) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String name : new String[] {"query", "operationName"}) {
            parts.put(name, parameters.get(name));
        }
        for (String name : new String[] {"variables", "extensions"}) {
            String value = parameters.get(name);
            if (value != null && !value.isEmpty()) {
                parts.put(name, json("'" + name + "'", value.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return of(parts);
    }

    private static @Nullable Object json(String what, byte[] text) {
        try {
            return JSON.readValue(text);
        } catch (JsonProcessingException unreadable) {
            throw RefusedRequestException.malformed(
                    what + " cannot be read as JSON: " + unreadable.getOriginalMessage());
        } catch (IOException noUtf8) {
            throw RefusedRequestException.malformed(what + " cannot be read as JSON in UTF-8.");
        }
    }

    private static GraphqlParameters of(Map<?, ?> parts) {
        if (!(parts.get("query") instanceof String query) || query.isBlank()) {
            throw RefusedRequestException.malformed("'query' must be a string that holds a GraphQL document.");
        }
        if (query.length() > MAX_DOCUMENT) {
            throw RefusedRequestException.malformed(
                    "'query' must have at most " + MAX_DOCUMENT + " characters; put data into variables.");
        }
        if (!(parts.get("operationName") instanceof String) && parts.get("operationName") != null) {
            throw RefusedRequestException.malformed("'operationName' must be a string or null.");
        }
        object(parts, "extensions");
        return new GraphqlParameters(query, (String) parts.get("operationName"), object(parts, "variables"));
    }

    private static Map<String, Object> object(Map<?, ?> parts, String name) {
        return switch (parts.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> Json.object(object);
            default -> throw RefusedRequestException.malformed("'" + name + "' must be an object or null.");
        };
    }
}
