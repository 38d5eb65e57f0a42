package io.clientele.command.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.clientele.command.home.CommandFailure;

/** Makes what was just acknowledged visible to searches; otherwise Elasticsearch does so about a second later. */
final class SearchableEvents {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SearchableEvents() {}

    static void refresh(String elasticsearch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(elasticsearch + "/_refresh"))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw CommandFailure.failed("Elasticsearch refuses to refresh: " + answer.body());
            }
        }
    }
}
