package io.clientele.campaign;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.graphql.testing.SubgraphContract;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(SigningKeys.class)
class EdgeContractQuarkusTest extends SubgraphContract {

    @Override
    protected String rootField() {
        return "campaignService";
    }

    @Test
    void tellsOperatorWhichBuildAnswers() {
        given().header("Authorization", "Bearer " + TestTokens.token("admin"))
                .contentType("application/json")
                .body(Map.of("query", "{ campaignService { name version } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.campaignService.name", equalTo("campaign-service"))
                .body("data.campaignService.version", not(blankOrNullString()));
    }
}
