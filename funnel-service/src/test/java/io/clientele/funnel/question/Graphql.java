package io.clientele.funnel.question;

import java.util.Map;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.TestTokens;
import io.clientele.funnel.ServiceToken;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;

/** Asks the service under test over HTTP. */
public final class Graphql {

    private Graphql() {}

    /** Asks as an analyst. */
    public static ValidatableResponse ask(String query, Map<String, ?> variables) {
        return askAs("analyst", query, variables);
    }

    public static ValidatableResponse askAs(String role, String query, Map<String, ?> variables) {
        return askWith(TestTokens.token(role), query, variables);
    }

    /** Asks with a token of one's own. */
    public static ValidatableResponse askWith(String token, String query, Map<String, ?> variables) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    /** Asks as the gateway does for a user of this role: with the user's token and its own. */
    public static ValidatableResponse askThroughGateway(String role, String query, Map<String, ?> variables) {
        return given().auth()
                .oauth2(TestTokens.token(role))
                .header(ServiceTokens.HEADER, ServiceToken.of("gateway"))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    /** Asks without a token; what the answer is, is left to the test. */
    public static ValidatableResponse askAsNobody(String query) {
        return given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then();
    }
}
