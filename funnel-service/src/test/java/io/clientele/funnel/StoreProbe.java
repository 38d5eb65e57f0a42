package io.clientele.funnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.index.EventsIndex;

/** Looks into Elasticsearch past the service, to see what is really stored. */
public final class StoreProbe {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAGE = 10_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI elasticsearch;

    /** Takes {@code host:port}, as the service's configuration has it. */
    public StoreProbe(String hostAndPort) {
        this.elasticsearch = URI.create("http://" + hostAndPort);
    }

    /** Documents whose message id is this. */
    public JsonNode byMessageId(String messageId) {
        refresh();
        String id = MAPPER.createArrayNode().add(messageId).toString();
        return post(
                        "/" + EventsIndex.WRITE_ALIAS + "/_search",
                        "{\"size\":100,\"query\":{\"ids\":{\"values\":%s}}}".formatted(id))
                .at("/hits/hits");
    }

    /** How many events a source has stored. */
    public long count(String source) {
        refresh();
        return post(
                        "/" + EventsIndex.READ_ALIAS + "/_count",
                        "{\"query\":{\"term\":{\"source\":\"%s\"}}}".formatted(source))
                .path("count")
                .asLong();
    }

    /** The message ids of everything that is stored; fails if one stands twice. */
    public Set<String> messageIds() {
        refresh();
        Set<String> ids = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode hits = post(
                            "/" + EventsIndex.WRITE_ALIAS + "/_search",
                            "{\"size\":%d,\"_source\":false,\"sort\":[\"message_id\"]%s}".formatted(PAGE, after))
                    .at("/hits/hits");
            for (JsonNode hit : hits) {
                if (!ids.add(hit.path("_id").asText())) {
                    throw new AssertionError("stored twice: " + hit.path("_id"));
                }
                after = ",\"search_after\":" + hit.path("sort");
            }
            if (hits.size() < PAGE) {
                return ids;
            }
        }
    }

    private void refresh() {
        post("/" + EventsIndex.WRITE_ALIAS + "/_refresh", "");
    }

    private JsonNode post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(elasticsearch.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return MAPPER.readTree(answer);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
