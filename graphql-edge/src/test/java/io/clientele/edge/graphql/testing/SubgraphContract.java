package io.clientele.edge.graphql.testing;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.GraphqlEdgeContract;
import io.clientele.edge.testing.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** What every subgraph promises over HTTP: all that a GraphQL edge does, and to be one of Federation 2. */
public abstract class SubgraphContract extends GraphqlEdgeContract {

    @Test
    void declaresFederation2() {
        given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .contentType("application/json")
                .body(Map.of("query", "{ _service { sdl } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data._service.sdl", containsString("@link(import : ["))
                .body("data._service.sdl", containsString("url : \"https://specs.apollo.dev/federation/v2."))
                .body("data._service.sdl", not(containsString("@federation__key")));
    }
}
