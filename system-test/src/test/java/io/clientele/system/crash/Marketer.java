package io.clientele.system.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.testing.TestTokens;

/** Defines tags and segments, each again with the same key until it is done, wherever an instance answers. */
final class Marketer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may be in the way of a mutation while servers are killed. */
    private static final Set<String> COME_AGAIN = Set.of("DATABASE_UNAVAILABLE", "DATABASE_CONTENDED");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<URI> instances;
    private int asked;

    Marketer(List<URI> instances) {
        this.instances = List.copyOf(instances);
    }

    void define(Definition definition) throws InterruptedException {
        Definition.Kind kind = definition.kind();
        String key = "key-" + asked++;
        ObjectNode request = JSON.createObjectNode()
                .put(
                        "query",
                        "mutation($input: %s!) { %s(input: $input) { id } }".formatted(kind.input, kind.mutation));
        request.withObject("/variables/input")
                .put("key", key)
                .put("id", definition.id())
                .put("name", definition.id())
                .put("kind", kind.ofCondition)
                .set("condition", definition.asInput());
        int tries = 0;
        while (!done(request, instances.get(tries++ % instances.size()))) {
            // As a client that comes again after a while.
            Thread.sleep(200);
        }
    }

    private boolean done(ObjectNode request, URI instance) throws InterruptedException {
        try {
            HttpRequest asking = HttpRequest.newBuilder(instance.resolve("/graphql"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + TestTokens.token("marketer"))
                    .POST(BodyPublishers.ofString(request.toString()))
                    .build();
            JsonNode answer =
                    JSON.readTree(http.send(asking, BodyHandlers.ofString()).body());
            JsonNode errors = answer.path("errors");
            if (errors.isEmpty()) {
                return true;
            }
            String code = errors.at("/0/extensions/code").asText();
            if (!COME_AGAIN.contains(code)) {
                throw new AssertionError(answer.toString());
            }
            return false;
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
