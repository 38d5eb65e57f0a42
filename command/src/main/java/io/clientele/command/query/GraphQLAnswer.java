package io.clientele.command.query;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A GraphQL response: data, errors, or both. */
public record GraphQLAnswer(JsonNode body) {
    public boolean hasErrors() {
        return !body.path("errors").isEmpty();
    }

    /** What the errors say, for people. */
    public String messages() {
        List<String> messages = new ArrayList<>();
        body.path("errors").forEach(error -> messages.add(error.path("message").asText()));
        return String.join("; ", messages);
    }

    public JsonNode data() {
        return body.path("data");
    }

    public String pretty() {
        return body.toPrettyString();
    }
}
