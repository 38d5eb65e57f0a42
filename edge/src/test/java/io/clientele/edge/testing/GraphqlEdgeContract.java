package io.clientele.edge.testing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/**
 * What everything that answers GraphQL promises over HTTP, whether a subgraph or the gateway.
 *
 * <p>Its test extends it in a {@code …QuarkusTest} with {@code @WithTestResource(SigningKeys.class)}.
 */
public abstract class GraphqlEdgeContract {

    /** A root field with a selection of {@code name}, open to analysts and closed to shoppers. */
    protected abstract String rootField();

    @Test
    void answersTwoFieldsOfOneQuery() {
        query("{ a: " + selection() + " b: " + selection() + " }")
                .statusCode(200)
                .body("data.a.name", notNullValue())
                .body("data.b.name", notNullValue())
                .body("errors", nullValue());
    }

    @Test
    void refusesMissingToken() {
        refused(given());
    }

    @Test
    void refusesExpiredToken() {
        refused(bearer(TestTokens.expired("analyst")));
    }

    @Test
    void refusesForgedToken() {
        refused(bearer(TestTokens.forged("analyst")));
    }

    @Test
    void refusesTokenOfAnotherIssuer() {
        refused(bearer(TestTokens.ofAnotherIssuer("analyst")));
    }

    @Test
    void refusesWhatIsNoToken() {
        refused(bearer("no.to.ken"));
    }

    @Test
    void forbidsFieldToRoleWithoutRight() {
        post(bearer(TestTokens.token("shopper")), "{ " + selection() + " }")
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("errors[0].path", equalTo(List.of(rootField())));
    }

    @Test
    void codesSyntaxError() {
        query("{ " + rootField() + " { name ")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_SYNTAX"))
                .body("errors[0].locations[0].line", equalTo(1))
                .body("data", nullValue());
    }

    @Test
    void codesUnknownField() {
        query("{ " + rootField() + " { nam } }")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"))
                .body("errors[0].message", containsString("nam"));
    }

    @Test
    void codesUndeclaredVariable() {
        query("query($a: Nothing!) { " + rootField() + " { name @include(if: $a) } }")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
    }

    @Test
    void codesIntrospectionThatAsksForTheSameTypesTwice() {
        query("{ a: __type(name: \"Query\") { name } b: __type(name: \"Query\") { name } }")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_LIMIT"));
    }

    @Test
    void codesDocumentThatIsTooDeep() {
        query("{ __schema { types { fields { " + "type { fields { ".repeat(10) + "name" + " }".repeat(24))
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_LIMIT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "nothing",
                "[]",
                "[{\"query\":\"{ __typename }\"}]",
                "{}",
                "{\"query\":null}",
                "{\"query\":7}",
                "{\"query\":\" \"}",
                "{\"query\":\"{ __typename }\",\"variables\":[]}",
                "{\"query\":\"{ __typename }\",\"variables\":\"x\"}",
                "{\"query\":\"{ __typename }\",\"operationName\":5}",
                "{\"query\":\"{ __typename }\",\"extensions\":5}"
            })
    void refusesBodyThatIsNoGraphqlRequest(String body) {
        bearer(TestTokens.token("analyst"))
                .contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }

    @Test
    void refusesDeepNesting() {
        String nested =
                "{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}}";
        bearer(TestTokens.token("analyst"))
                .contentType("application/json")
                .body(nested)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }

    @Test
    void refusesBodyOverLimit() {
        bearer(TestTokens.token("analyst"))
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }" + "#".repeat(1 << 20) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("REQUEST_TOO_LARGE"));
    }

    @Test
    void refusesDocumentOfAbsurdLength() {
        query("{ __typename } #" + "x".repeat(70_000))
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }

    @Test
    void keepsProbesAndMetricsOpenEvenToBadToken() {
        bearer("no.to.ken").get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    private String selection() {
        return rootField() + " { name }";
    }

    private static ValidatableResponse query(String document) {
        return post(bearer(TestTokens.token("analyst")), document);
    }

    private void refused(RequestSpecification caller) {
        post(caller, "{ " + selection() + " }")
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/json")
                .body("error.code", equalTo("UNAUTHENTICATED"))
                .body("error.message", containsString("token"));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse post(RequestSpecification caller, String document) {
        return caller.contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }
}
