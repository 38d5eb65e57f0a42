package io.clientele.funnel.collect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A client that asks for HTTP/2 with its first request, as Java's does unless told otherwise, is served by HTTP/1.1. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class HttpVersionQuarkusTest {

    @TestHTTPResource
    URI service;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void takesEventsOfAClientThatWantsToUpgrade() throws IOException, InterruptedException {
        String key = Base64.getEncoder().encodeToString((TestShop.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        String batch = """
                {"batch": [{"type": "track", "event": "Product Viewed", "userId": "http", "messageId": "%s"}]}""".formatted(UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/v1/batch"))
                .version(HttpClient.Version.HTTP_2)
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (String outcome : new String[] {"\"accepted\":1", "\"duplicate\":1"}) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(answer.body()).contains(outcome);
            }
        }
    }
}
