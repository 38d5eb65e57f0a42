package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks a service by GraphQL, as a marketer. */
final class Questions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Requests requests;
    private final URI service;
    private final String token;

    Questions(Requests requests, URI service, UserTokens tokens) {
        this.requests = requests;
        this.service = service;
        this.token = tokens.of("marketer");
    }

    /** The data of the answer; an error ends the benchmark. */
    JsonNode ask(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        byte[] body = MAPPER.writeValueAsBytes(Map.of("query", query, "variables", variables));
        HttpResponse<String> answer = requests.send(Requests.to(service.resolve("/graphql"), "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        JsonNode read = MAPPER.readTree(answer.body());
        if (answer.statusCode() != 200 || read.has("errors")) {
            throw new IllegalStateException("the answer is " + answer.statusCode() + ": " + answer.body());
        }
        return read.path("data");
    }
}
