package io.clientele.system.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.testing.TestTokens;

/** Changes definitions, each again with the same key until it is done, wherever an instance answers. */
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
        ObjectNode variables = JSON.createObjectNode();
        variables
                .putObject("input")
                .put("key", "key-" + asked++)
                .put("id", definition.id())
                .put("name", definition.id())
                .put("kind", kind.ofCondition)
                .set("condition", definition.asInput());
        change("mutation($input: %s!) { %s(input: $input) { id } }".formatted(kind.input, kind.mutation), variables);
    }

    /** Makes a change that comes to the same when it is made twice. */
    void change(String mutation, ObjectNode variables) throws InterruptedException {
        JsonNode errors = answer(mutation, variables);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.toString());
        }
    }

    /** Asks for a change that must be refused. */
    void refused(String mutation, ObjectNode variables, String code) throws InterruptedException {
        JsonNode errors = answer(mutation, variables);
        if (!code(errors).equals(code)) {
            throw new AssertionError("not refused with " + code + ": " + variables + " " + errors);
        }
    }

    /** Asks until it is answered; gives the errors. */
    private JsonNode answer(String mutation, ObjectNode variables) throws InterruptedException {
        ObjectNode request = JSON.createObjectNode().put("query", mutation);
        request.set("variables", variables);
        for (int tries = 0; ; tries++) {
            Optional<JsonNode> errors = ask(request, instances.get(tries % instances.size()));
            if (errors.isPresent() && !COME_AGAIN.contains(code(errors.get()))) {
                return errors.get();
            }
            // As a client that comes again after a while.
            Thread.sleep(200);
        }
    }

    private static String code(JsonNode errors) {
        return errors.at("/0/extensions/code").asText();
    }

    private Optional<JsonNode> ask(ObjectNode request, URI instance) throws InterruptedException {
        try {
            HttpRequest asking = HttpRequest.newBuilder(instance.resolve("/graphql"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + TestTokens.token("marketer"))
                    .POST(BodyPublishers.ofString(request.toString()))
                    .build();
            HttpResponse<String> answer = http.send(asking, BodyHandlers.ofString());
            return Optional.of(JSON.readTree(answer.body()).path("errors"));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
