package io.clientele.command.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.command.home.CommandFailure;

/** Posts queries to one endpoint with one token. */
public final class GraphQLClient {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SHOWN_OF_A_STRANGE_ANSWER = 300;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String endpoint;
    private final String token;

    public GraphQLClient(String endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /**
     * Asks one query.
     *
     * @param variables a JSON object
     * @throws CommandFailure when no GraphQL answer comes; an answer with errors is an answer
     */
    public GraphQLAnswer ask(String query, String variables) throws InterruptedException {
        return answer(post("", query, variables));
    }

    /**
     * Asks the gateway how it would answer a query.
     *
     * @param variables a JSON object
     * @return the stages of its planning, for people
     * @throws CommandFailure when no answer comes, or the gateway would refuse the query
     */
    public String explain(String query, String variables) throws InterruptedException {
        HttpResponse<String> response = post("/explain", query, variables);
        if (response.statusCode() != 200) {
            throw CommandFailure.failed(
                    "the query is refused: " + answer(response).messages());
        }
        return response.body();
    }

    private HttpResponse<String> post(String below, String query, String variables) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query).set("variables", object(variables));
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + below))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.failed(endpoint + " does not answer; see './clientele status'", e);
        }
    }

    /**
     * Asks one query that is to be answered without an error.
     *
     * @param variables a JSON object
     * @return its {@code data}
     * @throws CommandFailure when no answer comes, or one with errors
     */
    public JsonNode data(String query, String variables) throws InterruptedException {
        GraphQLAnswer answer = ask(query, variables);
        if (answer.hasErrors()) {
            throw CommandFailure.failed("the query failed: " + answer.pretty());
        }
        return answer.data();
    }

    private static ObjectNode object(String variables) {
        try {
            if (JSON.readTree(variables) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw CommandFailure.usage("the variables are not JSON: " + e.getOriginalMessage());
        }
        throw CommandFailure.usage("the variables must be a JSON object");
    }

    private GraphQLAnswer answer(HttpResponse<String> response) {
        String text = response.body();
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw CommandFailure.failed(endpoint + " refuses the token (HTTP " + response.statusCode() + ")");
        }
        JsonNode body = text.isBlank() ? JSON.createObjectNode() : json(text);
        if (!body.has("data") && !body.has("errors")) {
            String shown = text.substring(0, Math.min(text.length(), SHOWN_OF_A_STRANGE_ANSWER));
            throw CommandFailure.failed(endpoint + " answered HTTP " + response.statusCode() + ": " + shown);
        }
        return new GraphQLAnswer(body);
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed(endpoint + " answered what is not JSON", e);
        }
    }
}
