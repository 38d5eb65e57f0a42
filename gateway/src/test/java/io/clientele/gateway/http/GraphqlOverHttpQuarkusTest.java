package io.clientele.gateway.http;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class GraphqlOverHttpQuarkusTest {

    private static final String RESPONSE = "application/graphql-response+json";

    @Test
    void joinsAnswersOfTwoSubgraphs() {
        analyst()
                .contentType("application/json")
                .body(Map.of("query", "{ products { name reviews { text } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body("errors", nullValue())
                .body("data.products[1].name", equalTo("thing 2"))
                .body("data.products[1].reviews[0].text", equalTo("on 2"));
    }

    @Test
    void servesGraphiqlOnlyWhereSwitchedOn() {
        given().get("/graphiql").then().statusCode(404);
        given().get("/graphiql/page.js").then().statusCode(404);
    }

    @Test
    void servesTheConsoleToWhoeverHasNoTokenYet() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", containsString("script-src 'self';"));
        given().header("Authorization", "Bearer not-one-of-ours")
                .get("/console/main.js")
                .then()
                .statusCode(200);
    }

    @Test
    void passesTraceOn() {
        analyst()
                .header("traceparent", "00-1-2-01")
                .contentType("application/json")
                .body(Map.of("query", "{ about { name } }"))
                .post("/graphql")
                .then()
                .body("data.about.name", equalTo("shop for 00-1-2-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/graphql-response+json, application/graphql-response+json, 400",
        "'application/graphql-response+json, application/json;q=0.9', application/graphql-response+json, 400",
        "'application/graphql-response+json;q=0.5, application/json', application/json, 200",
        "application/json, application/json, 200",
        "*/*, application/json, 200",
        "text/html, application/json, 200"
    })
    void refusesOperationInTheFormThatClientAccepts(String accept, String type, int status) {
        analyst()
                .accept(accept)
                .contentType("application/json")
                .body(Map.of("query", "{ nothing }"))
                .post("/graphql")
                .then()
                .statusCode(status)
                .contentType(type + "; charset=utf-8")
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"))
                .body("$", not(hasKey("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"})
    void refusesPostThatPageOfAnotherOriginCanSend(String type) {
        analyst()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }

    @Test
    void refusesGetThatPageOfAnotherOriginCanSend() {
        analyst()
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("Apollo-Require-Preflight"));
    }

    @Test
    void answersQueryByGet() {
        get("query($id: ID!) { product(id: $id) { name } }", "{\"id\":\"1\"}")
                .statusCode(200)
                .body("data.product.name", equalTo("thing 1"));
    }

    @Test
    void refusesMutationByGet() {
        get("mutation { rename(id: 1, name: \"x\") { name } }", "")
                .statusCode(405)
                .header("Allow", "POST")
                .body("errors[0].extensions.code", equalTo("MUTATION_BY_GET"));
    }

    @Test
    void changesByPost() {
        analyst()
                .contentType("application/json")
                .body(Map.of("query", "mutation { rename(id: 1, name: \"x\") { name } }"))
                .post("/graphql")
                .then()
                .body("data.rename.name", equalTo("thing 1"));
    }

    @Test
    void refusesVariablesThatAreNoJson() {
        get("{ __typename }", "{").statusCode(400).body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }

    @Test
    void servesGetAndPostOnly() {
        analyst().put("/graphql").then().statusCode(405).header("Allow", "GET, POST");
    }

    private static ValidatableResponse get(String query, String variables) {
        return analyst()
                .accept(RESPONSE)
                .header("Apollo-Require-Preflight", "true")
                .queryParam("query", query)
                .queryParam("variables", variables)
                .get("/graphql")
                .then();
    }

    private static RequestSpecification analyst() {
        return given().header("Authorization", "Bearer " + TestTokens.token("analyst"));
    }
}
