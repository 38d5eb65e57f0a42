package io.clientele.system.image;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;

import static io.restassured.RestAssured.given;

/** A request that takes as long as one likes: a consumer of the feed that waits for an event that never comes. */
record FeedWait(URI funnel, String secret) {

    private static final String CONSUMERS = "/internal/v1/feed/consumers/patience";

    /** Registers the consumer and begins to read; the answer comes after the time. */
    CompletableFuture<HttpResponse<String>> read(Duration time) {
        consumer().put(CONSUMERS).then().statusCode(204);
        String cursor = consumer()
                .body(Map.of("known", List.of()))
                .post(CONSUMERS + "/cursors")
                .then()
                .statusCode(200)
                .extract()
                .path("cursors[0]");
        String body = "{\"consumer\": \"patience\", \"cursor\": \"%s\", \"limit\": 100, \"waitMs\": %d}"
                .formatted(cursor, time.toMillis());
        HttpRequest request = HttpRequest.newBuilder(funnel.resolve("/internal/v1/feed/read"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private RequestSpecification consumer() {
        return given().baseUri(funnel.toString()).auth().oauth2(token()).contentType("application/json");
    }

    private String token() {
        return Jwt.subject("patience")
                .audience("clientele-services")
                .expiresIn(Duration.ofMinutes(1))
                .signWithSecret(secret);
    }
}
