package io.clientele.command.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.command.query.GraphQLClient;

/** A segment and a tag to begin with; those of the same ids that somebody has defined already stay as they are. */
final class ExampleDefinitions {
    private ExampleDefinitions() {}

    /**
     * Defines what is missing.
     *
     * @param gateway with the token of a marketer
     */
    static void define(GraphQLClient gateway) throws InterruptedException {
        JsonNode defined = gateway.data(Questions.DEFINED, "{}");
        if (!defined.hasNonNull("segment")) {
            gateway.data(Questions.DEFINE_SEGMENT, Questions.segment());
        }
        if (!defined.hasNonNull("tag")) {
            gateway.data(Questions.DEFINE_TAG, Questions.tag());
        }
    }
}
