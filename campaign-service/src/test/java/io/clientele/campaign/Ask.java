package io.clientele.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Asks the service under test over HTTP. */
public final class Ask {

    private Ask() {}

    public static ValidatableResponse as(String role, String query, Map<String, ?> variables) {
        return given().auth()
                .oauth2(TestTokens.token(role))
                .header(ServiceTokens.HEADER, TestTokens.ofService("gateway"))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    /** Asks as a marketer and expects no error. */
    public static ValidatableResponse good(String query, Map<String, ?> variables) {
        return as("marketer", query, variables).body("errors", nullValue());
    }

    /** Asks in a role and expects no error. */
    public static JsonPath data(String role, String query, Map<String, ?> variables) {
        return as(role, query, variables).body("errors", nullValue()).extract().jsonPath();
    }

    /** Asks as a marketer and expects a coded error that names the field. */
    public static void refused(String code, String field, String query, Map<String, ?> variables) {
        as("marketer", query, variables)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }

    /** The fields of a customer, as the gateway asks for them. */
    public static JsonPath customer(String role, String id, String fields) {
        return data(
                role,
                "query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Customer { "
                        + fields + " } } }",
                Map.of("representations", List.of(Map.of("__typename", "Customer", "id", id))));
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
