package io.clientele.edge.graphql;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Tokens of a provider that publishes its keys, by configuration alone. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class IdentityProviderQuarkusTest {

    @Test
    void takesTokenThatItsKeySetVerifies() {
        ask(IdentityProvider.token("analyst")).statusCode(200).body("errors", nullValue());
    }

    @Test
    void findsRolesWhereTheProviderKeepsThem() {
        ask(IdentityProvider.token("shopper")).statusCode(200).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void refusesForgedToken() {
        ask(IdentityProvider.forged("analyst")).statusCode(401).body("error.code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void refusesExpiredToken() {
        ask(IdentityProvider.expired("analyst")).statusCode(401).body("error.code", equalTo("UNAUTHENTICATED"));
    }

    private static ValidatableResponse ask(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", "{ edge { name } }"))
                .post("/graphql")
                .then();
    }
}
