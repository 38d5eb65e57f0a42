package io.clientele.profile.segment;

import java.util.Map;
import java.util.UUID;

import io.clientele.edge.testing.TestTokens;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Asks the service under test over HTTP. */
final class Ask {

    private static final String DEFINE = """
            mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id version condition changedBy } }""";

    private Ask() {}

    static ValidatableResponse as(String role, String query, Map<String, ?> variables) {
        return given().auth()
                .oauth2(TestTokens.token(role))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    /** Asks as a marketer and expects no error. */
    static ValidatableResponse good(String query, Map<String, ?> variables) {
        return as("marketer", query, variables).body("errors", nullValue());
    }

    /** Asks as a marketer and expects a coded error that names the field. */
    static void refused(String code, String field, String query, Map<String, ?> variables) {
        as("marketer", query, variables)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }

    static void defineSegment(String id, Map<String, ?> condition) {
        good(DEFINE, Map.of("input", segment(key(), id, condition)));
    }

    static void defineSegmentRefused(String code, String field, Map<String, ?> input) {
        refused(code, field, DEFINE, Map.of("input", input));
    }

    static ValidatableResponse defineSegment(Map<String, ?> input) {
        return as("marketer", DEFINE, Map.of("input", input));
    }

    static Map<String, ?> segment(String key, String id, Map<String, ?> condition) {
        return Map.of("key", key, "id", id, "name", "Segment " + id, "kind", "CONDITION", "condition", condition);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
