package io.clientele.system.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.system.ServiceStack;

/** The public interface that events are sent to, as a client uses it that does not give up. */
final class Collector implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI address;
    private final String authorization;

    Collector(URI funnel) {
        this.address = funnel.resolve("/v1/batch");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((ServiceStack.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body again and again until all its events are acknowledged; gives their number. */
    int deliver(String body, int events) throws InterruptedException, IOException {
        while (true) {
            HttpResponse<String> answer = tryOnce(body);
            if (answer != null && answer.statusCode() == 200) {
                JsonNode counts = JSON.readTree(answer.body());
                int acknowledged = counts.path("accepted").asInt()
                        + counts.path("duplicate").asInt();
                if (acknowledged != events) {
                    throw new AssertionError("not all events were taken: " + answer.body());
                }
                return acknowledged;
            }
            if (answer != null && answer.statusCode() != 503 && answer.statusCode() != 429) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            // A client that was told to come again, or nothing, comes again after a while.
            Thread.sleep(100);
        }
    }

    private @Nullable HttpResponse<String> tryOnce(String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorization)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
