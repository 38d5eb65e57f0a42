package io.clientele.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.loader.demoshop.DemoShop;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** Messages of the demo shop, under message ids of their own. */
record Messages(List<byte[]> json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Messages ofDemoShop(int events, String idPrefix) {
        DemoShop shop = new DemoShop(DemoShop.DEFAULT_SEED, events, DemoShop.DEFAULT_END);
        List<byte[]> messages = new ArrayList<>(events);
        try (Rows rows = shop.open()) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Row.Message message -> messages.add(renamed(message.json(), idPrefix));
                    case Row.Bad bad -> throw new IllegalStateException("the demo shop has a bad row: " + bad);
                }
            }
        }
        return new Messages(messages);
    }

    private static byte[] renamed(byte[] message, String idPrefix) {
        try {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(message);
            tree.put("messageId", idPrefix + tree.path("messageId").asText());
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bodies of {@code /v1/batch}. */
    List<byte[]> batches(int perRequest) {
        List<byte[]> batches = new ArrayList<>();
        for (int from = 0; from < json.size(); from += perRequest) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("{\"batch\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = from; i < Math.min(from + perRequest, json.size()); i++) {
                body.writeBytes(i == from ? new byte[0] : new byte[] {','});
                body.writeBytes(json.get(i));
            }
            body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
            batches.add(body.toByteArray());
        }
        return batches;
    }
}
