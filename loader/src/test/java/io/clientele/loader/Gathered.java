package io.clientele.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** All rows of a small source. */
public record Gathered(List<Row.Message> messages, List<Row.Bad> bad) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public static Gathered of(EventSource source) {
        List<Row.Message> messages = new ArrayList<>();
        List<Row.Bad> bad = new ArrayList<>();
        try (Rows rows = source.open()) {
            rows.forEachRemaining(row -> {
                switch (row) {
                    case Row.Message message -> messages.add(message);
                    case Row.Bad badRow -> bad.add(badRow);
                }
            });
        }
        return new Gathered(messages, bad);
    }

    public List<JsonNode> json() {
        return messages.stream().map(message -> json(message.json())).toList();
    }

    public Map<String, Long> badByReason() {
        Map<String, Long> counts = new TreeMap<>();
        bad.forEach(row -> counts.merge(row.reason().code(), 1L, Long::sum));
        return counts;
    }

    public static JsonNode json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
