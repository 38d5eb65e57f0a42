package io.clientele.gateway.subgraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.gateway.execute.Json;
import io.clientele.gateway.execute.SubgraphAnswer;

/** Reads what a subgraph sends as an answer of GraphQL. */
final class AnswerReader {

    /** What follows the answer would be left unread otherwise. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What a subgraph answers with many digits reaches the client with all of them.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Object.class);

    private AnswerReader() {}

    /** The answer; null if these bytes are none. */
    static @Nullable SubgraphAnswer read(byte[] bytes) {
        Object value;
        try {
            value = JSON.readValue(bytes);
        } catch (IOException noJson) {
            return null;
        }
        if (!(value instanceof Map<?, ?> answer) || !(answer.containsKey("data") || answer.containsKey("errors"))) {
            return null;
        }
        Object data = answer.get("data");
        List<Map<String, Object>> errors = errors(answer.get("errors"));
        if (errors == null || !(data == null || data instanceof Map)) {
            return null;
        }
        return new SubgraphAnswer(data instanceof Map<?, ?> object ? Json.object(object) : null, errors);
    }

    private static @Nullable List<Map<String, Object>> errors(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<Map<String, Object>> errors = new ArrayList<>(list.size());
        for (Object error : list) {
            if (!(error instanceof Map<?, ?> map) || !(map.get("message") instanceof String)) {
                return null;
            }
            errors.add(Json.object(map));
        }
        return errors;
    }
}
