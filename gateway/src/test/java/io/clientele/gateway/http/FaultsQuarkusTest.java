package io.clientele.gateway.http;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What clients see of a subgraph that fails: one error per place, and the rest of the answer. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class FaultsQuarkusTest {

    @ParameterizedTest
    @CsvSource({
        "html, SUBGRAPH_ANSWER_MALFORMED",
        "truncated, SUBGRAPH_ANSWER_MALFORMED",
        "fewer, SUBGRAPH_ANSWER_MALFORMED",
        "uncoded, SUBGRAPH_ERROR",
        "unavailable, SUBGRAPH_UNAVAILABLE",
        "cut, SUBGRAPH_UNAVAILABLE",
        "hanging, SUBGRAPH_TIMEOUT",
        "unauthenticated, UNAUTHENTICATED"
    })
    void nullsOnlyWhatTheSubgraphShouldHaveAnswered(String fault, String code) {
        ask(fault)
                .statusCode(200)
                .body("data.products[0].name", equalTo("thing 1"))
                .body("data.products[0].reviews", nullValue())
                .body("data.products[1].reviews", nullValue())
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.service", equalTo("reviews"))
                .body("errors[0].path", notNullValue())
                .body(not(containsString("10.1.2.3")))
                .body(not(containsString("127.0.0.1")));
    }

    @Test
    void nullsValueOfAnotherType() {
        ask("wrong")
                .statusCode(200)
                .body("data.products[0].name", equalTo("thing 1"))
                .body("data.products[0].reviews", nullValue())
                .body("errors[0].path", notNullValue())
                .body("errors[0].extensions.code", notNullValue());
    }

    @Test
    void passesOnWhatSubgraphSaysWithCode() {
        ask("coded")
                .statusCode(200)
                .body("errors[0].message", equalTo("Reviews are full."))
                .body("errors[0].extensions.code", equalTo("REVIEWS_FULL"))
                .body("errors[0].extensions.field", equalTo("first"));
    }

    private static ValidatableResponse ask(String fault) {
        return given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .header("X-Request-Id", fault)
                .contentType("application/json")
                .body(Map.of("query", "{ products { name reviews { text stars } } }"))
                .post("/graphql")
                .then();
    }
}
