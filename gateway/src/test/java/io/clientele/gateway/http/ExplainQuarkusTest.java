package io.clientele.gateway.http;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class ExplainQuarkusTest {

    private static final String REVIEWED =
            "query($id: ID!, $with: Boolean!) { product(id: $id) { name reviews @include(if: $with) { text } } }";

    @Test
    void printsTheStages() {
        explain("admin", REVIEWED, Map.of("id", "1", "with", true))
                .statusCode(200)
                .contentType("text/plain; charset=utf-8")
                .body(stringContainsInOrder("Asked", "product", "Answered by", "Requests", "products", "reviews"));
    }

    @Test
    void followsTheVariables() {
        explain("admin", REVIEWED, Map.of("id", "1", "with", false))
                .statusCode(200)
                .body(containsString("product"))
                .body(not(containsString("reviews")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopper", "analyst", "marketer"})
    void isForAdminsOnly(String role) {
        explain(role, "{ about { name } }", Map.of())
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void saysWhyAnOperationIsRefused() {
        explain("admin", "{ nothing }", Map.of())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"))
                .body("errors[0].message", containsString("nothing"));
        explain("admin", REVIEWED, Map.of())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
    }

    @Test
    void wantsATokenAndAPost() {
        given().contentType("application/json")
                .body(Map.of("query", "{ about { name } }"))
                .post("/graphql/explain")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + TestTokens.token("admin"))
                .get("/graphql/explain")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    private static ValidatableResponse explain(String role, String query, Map<String, Object> variables) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql/explain")
                .then();
    }
}
