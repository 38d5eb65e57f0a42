package io.clientele.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.elasticsearch.common.xcontent.XContentHelper;
import org.elasticsearch.xcontent.json.JsonXContent;

import static org.assertj.core.api.Assertions.assertThat;

/** An index of {@link ShopEvent}s on the shared server: three shards, sorted as the product sorts its events. */
final class EventIndex implements AutoCloseable {

    /** What the server said. */
    record Answer(int status, Map<String, Object> body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server = SharedStack.elasticsearch().uri();
    private final String name;

    EventIndex(String name) throws IOException {
        this.name = name;
        expectOk(send("PUT", "/" + name, """
                {"settings": {"number_of_shards": 3, "number_of_replicas": 0, "refresh_interval": -1,
                  "sort.field": ["customer_hash", "@timestamp"], "sort.order": ["asc", "asc"]},
                 "mappings": {"properties": {
                  "@timestamp": {"type": "date"}, "customer_hash": {"type": "long", "index": false},
                  "session_hash": {"type": "long", "index": false}, "event": {"type": "keyword"},
                  "country": {"type": "keyword"}}}}"""));
    }

    /** Stores the events as a segment, or one a shard, of their own. */
    void store(List<ShopEvent> events) throws IOException {
        bulk(events.stream().map(ShopEvent::bulkLines).collect(Collectors.joining()));
    }

    void delete(List<ShopEvent> events) throws IOException {
        bulk(events.stream().map(ShopEvent::bulkDeletion).collect(Collectors.joining()));
    }

    void bulk(String lines) throws IOException {
        Map<String, Object> answer = expectOk(send("POST", "/" + name + "/_bulk?refresh=true", lines));
        assertThat(answer).containsEntry("errors", false);
    }

    /** The aggregation's part of the answer, after {@code aggregations.f}. */
    Map<String, Object> aggregate(String aggregation) throws IOException {
        return part(part(expectOk(search(aggregation)), "aggregations"), "f");
    }

    Answer search(String aggregation) throws IOException {
        return send(
                "POST",
                "/" + name + "/_search?size=0&request_cache=false&allow_partial_search_results=false",
                "{\"aggs\": {\"f\": " + aggregation + "}}");
    }

    Answer send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        return new Answer(
                response.statusCode(), XContentHelper.convertToMap(JsonXContent.jsonXContent, response.body(), false));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(name), name);
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> list(Map<String, Object> whole, String name) {
        return (List<T>) Objects.requireNonNull(whole.get(name), name);
    }

    private static Map<String, Object> expectOk(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        expectOk(send("DELETE", "/" + name, ""));
        client.close();
    }
}
