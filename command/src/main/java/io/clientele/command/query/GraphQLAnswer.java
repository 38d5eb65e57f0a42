package io.clientele.command.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A GraphQL response: data, errors, or both. */
public record GraphQLAnswer(JsonNode body) {
    public boolean hasErrors() {
        return !body.path("errors").isEmpty();
    }

    public JsonNode data() {
        return body.path("data");
    }

    public String pretty() {
        return body.toPrettyString();
    }
}
