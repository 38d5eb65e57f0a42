package io.clientele.command.demo;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What a customer did last, readable in a terminal. */
final class JourneyText {
    private JourneyText() {}

    /**
     * Shows events, a line each.
     *
     * @param edges of the journey in the answer to {@link Questions#card()}
     */
    static List<String> lines(JsonNode edges) {
        List<String> lines = new ArrayList<>();
        lines.add("  Last events (UTC)");
        for (JsonNode edge : edges) {
            JsonNode event = edge.path("node");
            lines.add("    %s  %-18s %s"
                    .formatted(Words.minute(event.path("time")), name(event), about(event))
                    .stripTrailing());
        }
        return lines;
    }

    private static String name(JsonNode event) {
        return event.path("event").isTextual()
                ? event.path("event").asText()
                : event.path("type").asText();
    }

    private static String about(JsonNode event) {
        List<String> parts = new ArrayList<>();
        for (JsonNode product : event.path("products")) {
            parts.add(product(product));
        }
        JsonNode revenue = event.at("/order/revenue");
        if (revenue.isObject()) {
            parts.add("in all " + Words.money(revenue));
        }
        if (parts.isEmpty() && event.at("/page/path").isTextual()) {
            parts.add(event.at("/page/path").asText());
        }
        if (event.path("failureReason").isTextual()) {
            parts.add("because of " + Words.plain(event.path("failureReason")));
        }
        return String.join(", ", parts);
    }

    private static String product(JsonNode product) {
        long quantity = product.path("quantity").asLong(1);
        String price = product.path("price").isObject() ? " at " + Words.money(product.path("price")) : "";
        return (quantity == 1 ? "" : quantity + " × ") + product.path("name").asText("something") + price;
    }
}
