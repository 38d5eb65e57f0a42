package io.clientele.edge.graphql;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
class ScopesFromRolesQuarkusTest {

    @Test
    void saysEveryRoleOfMethod() {
        assertThat(line("edge:")).endsWith("edge: ServiceInfo @requiresScopes(scopes : [[\"admin\"], [\"analyst\"]])");
    }

    @Test
    void saysNothingWhereNoRoleIsAskedFor() {
        assertThat(line("refused:")).isEqualTo("refused: String");
    }

    private static String line(String start) {
        String sdl = given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .contentType("application/json")
                .body(Map.of("query", "{ _service { sdl } }"))
                .post("/graphql")
                .then()
                .extract()
                .path("data._service.sdl");
        return sdl.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
