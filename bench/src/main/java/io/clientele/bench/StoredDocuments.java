package io.clientele.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;

/** Reads back what the collector stored, as bodies of {@code _bulk} that store the same once more elsewhere. */
final class StoredDocuments {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAGE = 10_000;

    private final Requests requests;
    private final URI elasticsearch;

    StoredDocuments(Requests requests, URI elasticsearch) {
        this.requests = requests;
        this.elasticsearch = elasticsearch;
    }

    /** All documents whose message id begins with the prefix, in the order of their ids. */
    List<byte[]> bulks(String idPrefix, String index, int perRequest) throws IOException, InterruptedException {
        post("/" + EventsIndex.WRITE_ALIAS + "/_refresh", MAPPER.createObjectNode());
        List<byte[]> bulks = new ArrayList<>();
        ByteArrayOutputStream bulk = new ByteArrayOutputStream();
        int documents = 0;
        JsonNode after = MAPPER.createArrayNode();
        for (JsonNode hits = page(idPrefix, after); !hits.isEmpty(); hits = page(idPrefix, after)) {
            for (JsonNode hit : hits) {
                after = hit.path("sort");
                bulk.writeBytes(line(action(hit, index)));
                bulk.writeBytes(line(hit.path("_source")));
                documents++;
                if (documents % perRequest == 0) {
                    bulks.add(bulk.toByteArray());
                    bulk.reset();
                }
            }
        }
        if (bulk.size() > 0) {
            bulks.add(bulk.toByteArray());
        }
        return bulks;
    }

    private static ObjectNode action(JsonNode hit, String index) {
        ObjectNode action = MAPPER.createObjectNode();
        action.putObject("create")
                .put("_index", index)
                .put("_id", hit.path("_id").asText())
                .put("routing", hit.path("_routing").asText());
        return action;
    }

    private JsonNode page(String idPrefix, JsonNode after) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("size", PAGE);
        body.putObject("query").putObject("prefix").put("message_id", idPrefix);
        body.putArray("sort").add("message_id");
        if (!after.isEmpty()) {
            body.set("search_after", after);
        }
        return post("/" + EventsIndex.WRITE_ALIAS + "/_search", body)
                .path("hits")
                .path("hits");
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = Requests.to(elasticsearch.resolve(path), "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
                .build();
        return MAPPER.readTree(requests.send(request).body());
    }

    private static byte[] line(JsonNode json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
