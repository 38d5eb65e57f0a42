package io.clientele.profile.fold;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Counts, erases and exports what a funnel-service in memory has; what is erased stays as a missing node. */
final class FakeErasure {

    private FakeErasure() {}

    static String count(List<List<JsonNode>> shards, JsonNode asked) {
        long found = shards.stream()
                .flatMap(List::stream)
                .filter(document -> covers(asked, document))
                .count();
        return "{\"events\":" + found + ",\"copies\":0,\"rejected\":0,\"strays\":0}";
    }

    /** One event a call, so that it takes several. */
    static String erase(List<List<JsonNode>> shards, JsonNode asked) {
        for (List<JsonNode> shard : shards) {
            for (int position = 0; position < shard.size(); position++) {
                if (covers(asked, shard.get(position))) {
                    shard.set(position, MissingNode.getInstance());
                    return "{\"done\":false}";
                }
            }
        }
        return "{\"done\":true}";
    }

    static String export(List<List<JsonNode>> shards, JsonNode asked) {
        StringBuilder lines = new StringBuilder();
        shards.stream()
                .flatMap(List::stream)
                .filter(document -> covers(asked, document))
                .forEach(
                        document -> lines.append("{\"event\":").append(document).append("}\n"));
        return lines + "{\"complete\":true}\n";
    }

    private static boolean covers(JsonNode asked, JsonNode document) {
        String time = document.path("@timestamp").asText();
        for (JsonNode extent : asked.path("customers")) {
            if (extent.path("customer")
                            .asText()
                            .equals(document.path("customer_id").asText())
                    && time.compareTo(extent.path("from").asText("")) >= 0
                    && (!extent.has("to") || time.compareTo(extent.path("to").asText()) < 0)) {
                return !asked.has("receivedUntil")
                        || !Instant.parse(document.path("received_at").asText())
                                .isAfter(Instant.parse(
                                        asked.path("receivedUntil").asText()));
            }
        }
        return false;
    }
}
