package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.EventsIndex;

/**
 * Reads a shard's events the plain way: page after page of a search of that shard, sorted by sequence number, each hit
 * made an {@link Event} as the feed's client makes one.
 */
final class SortedSearch {

    private final HttpClient http;
    private final URI search;
    private final int page;
    private long last = -1;

    SortedSearch(HttpClient http, URI elasticsearch, int shard, int page) {
        this.http = http;
        this.search = elasticsearch.resolve("/" + EventsIndex.WRITE_ALIAS
                + "/_search?allow_partial_search_results=false&preference=_shards:" + shard);
        this.page = page;
    }

    /** How many events there are. */
    int readAll() throws IOException, InterruptedException {
        int events = 0;
        last = -1;
        for (List<Event> read = page(); !read.isEmpty(); read = page()) {
            events += read.size();
        }
        return events;
    }

    private List<Event> page() throws IOException, InterruptedException {
        String body = "{\"size\":%d,\"track_total_hits\":false,\"sort\":[\"_seq_no\"],\"search_after\":[%d]}"
                .formatted(page, last);
        HttpRequest request = Requests.to(search, "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode hits =
                EventDocument.MAPPER.readTree(answer.body()).path("hits").path("hits");
        List<Event> events = new ArrayList<>(hits.size());
        for (JsonNode hit : hits) {
            events.add(EventDocument.read(hit.path("_source")));
            last = hit.path("sort").path(0).asLong();
        }
        return events;
    }
}
