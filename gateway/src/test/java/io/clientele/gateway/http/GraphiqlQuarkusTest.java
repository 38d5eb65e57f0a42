package io.clientele.gateway.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@TestProfile(GraphiqlQuarkusTest.SwitchedOn.class)
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class GraphiqlQuarkusTest {

    private static final Pattern REFERENCES = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    public static class SwitchedOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("clientele.gateway.http.graphiql", "true");
        }
    }

    @Test
    void servesThePageToWhoeverHasNoTokenYet() {
        given().get("/graphiql")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self';"),
                                not(containsString("http"))));
    }

    @Test
    void servesItselfWhatThePageNeeds() {
        List<String> references = REFERENCES
                .matcher(given().get("/graphiql").asString())
                .results()
                .map(found -> found.group(1))
                .filter(reference -> !"data:,".equals(reference))
                .toList();

        assertThat(references).hasSize(6).allSatisfy(reference -> {
            assertThat(reference).startsWith("/graphiql/");
            given().get(reference).then().statusCode(200);
        });
    }

    @Test
    void asksNothingWithoutToken() {
        given().contentType("application/json")
                .body(Map.of("query", "{ __schema { queryType { name } } }"))
                .post("/graphql")
                .then()
                .statusCode(401);
    }
}
