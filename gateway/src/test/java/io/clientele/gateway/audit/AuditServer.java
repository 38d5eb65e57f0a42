package io.clientele.gateway.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A running server of the audit.
 *
 * @param address such as {@code http://localhost:4200}
 */
record AuditServer(URI address, HttpClient client) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * One case.
     *
     * @param expected with {@code data}, and {@code errors} if it matters whether there are any
     */
    record Case(String query, Map<String, Object> expected) {}

    static AuditServer at(String address) {
        return new AuditServer(
                URI.create(address),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The names of the suites. They are to be asked for first: the server lays its other addresses out meanwhile. */
    List<String> suites() throws IOException, InterruptedException {
        return new JsonArray(text("/ids")).stream().map(String::valueOf).toList();
    }

    String supergraph(String suite) throws IOException, InterruptedException {
        return text("/" + suite + "/supergraph");
    }

    /** The suite's cases; those with mutations differ each time. */
    List<Case> cases(String suite) throws IOException, InterruptedException {
        return new JsonArray(text("/" + suite + "/tests"))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new Case(
                                each.getString("query"),
                                each.getJsonObject("expected").getMap()))
                        .toList();
    }

    CompletableFuture<Map<String, Object>> ask(
            String suite, String subgraph, String query, Map<String, Object> variables) {
        String body = Json.encode(Map.of("query", query, "variables", variables));
        HttpRequest request = request("/" + suite + "/" + subgraph)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> new JsonObject(response.body()).getMap());
    }

    private String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answers " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, text/plain");
    }
}
