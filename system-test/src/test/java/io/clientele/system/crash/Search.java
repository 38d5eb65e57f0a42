package io.clientele.system.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.EventsIndex;

/** Looks into Elasticsearch past the services. */
record Search(URI elasticsearch) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int PAGE = 10_000;

    /** The filter of the alias for reading. */
    private static final String VISIBLE = "\"filter\":{\"bool\":{\"must_not\":{\"term\":{\"tombstone\":true}}}}";

    /**
     * Every document that a query finds.
     *
     * @param sort a field that each of them has another value of
     */
    void each(String index, String sort, String query, Consumer<JsonNode> hit) {
        send("POST", "/" + index + "/_refresh", "");
        ObjectNode body = EventDocument.MAPPER.createObjectNode().put("size", PAGE);
        body.putArray("sort").add(sort);
        body.set("query", json(query));
        int found = PAGE;
        while (found == PAGE) {
            JsonNode hits = post("/" + index + "/_search", body).at("/hits/hits");
            hits.forEach(hit);
            found = hits.size();
            if (found > 0) {
                body.set("search_after", hits.required(found - 1).required("sort"));
            }
        }
    }

    long count(String index) {
        return post("/" + index + "/_count", EventDocument.MAPPER.createObjectNode())
                .required("count")
                .asLong();
    }

    /** The last position of each shard of the events. */
    Map<Integer, Long> lastPositions() {
        JsonNode shards = send(HttpRequest.newBuilder(elasticsearch.resolve("/" + EventsIndex.WRITE_ALIAS
                                + "/_stats?level=shards&filter_path=indices.*.shards.*.seq_no"))
                        .GET())
                .required("indices")
                .iterator()
                .next()
                .required("shards");
        Map<Integer, Long> positions = new TreeMap<>();
        shards.properties()
                .forEach(shard -> positions.put(
                        Integer.valueOf(shard.getKey()),
                        shard.getValue().required(0).at("/seq_no/max_seq_no").asLong()));
        return positions;
    }

    /** Splits the index of events, as operators do: no writes meanwhile, the aliases moved at once, the old one deleted. */
    void split(String from, String to, int shards) {
        send("PUT", "/" + from + "/_settings", "{\"index.blocks.write\":true}");
        send(
                "POST",
                "/" + from + "/_split/" + to,
                "{\"settings\":{\"index.number_of_shards\":%d,\"index.number_of_replicas\":0,\"index.blocks.write\":null}}"
                        .formatted(shards));
        send("GET", "/_cluster/health/" + to + "?wait_for_status=green&timeout=60s", "");
        String move = "{\"remove\":{\"index\":\"%s\",\"alias\":\"%s\"}},{\"add\":%s}";
        String all = move.formatted(
                        from, EventsIndex.WRITE_ALIAS, alias(to, EventsIndex.WRITE_ALIAS, "\"is_write_index\":true"))
                + "," + move.formatted(from, EventsIndex.READ_ALIAS, alias(to, EventsIndex.READ_ALIAS, VISIBLE));
        send("POST", "/_aliases", "{\"actions\":[" + all + "]}");
        send("DELETE", "/" + from, "");
    }

    private static String alias(String index, String alias, String more) {
        return "{\"index\":\"%s\",\"alias\":\"%s\",%s}".formatted(index, alias, more);
    }

    private JsonNode post(String path, JsonNode body) {
        return send("POST", path, body.toString());
    }

    private JsonNode send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(elasticsearch.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return EventDocument.MAPPER.readTree(answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
