package io.clientele.funnel.collect;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class CollectApiQuarkusTest {

    private final String id = UUID.randomUUID().toString();

    @Test
    void acceptsOnceAndReportsTheSecondAsDuplicate() {
        String body = "{\"messageId\":\"%s\",\"userId\":\"u1\",\"event\":\"Product Viewed\"}".formatted(id);
        sender().body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
        sender().body(body)
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicate", equalTo(1))
                .body("items[0].status", equalTo("duplicate"));
    }

    @Test
    void answersEachItemOfAMixedBatch() {
        sender().body(("{\"batch\":[{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u1\",\"event\":\"A\"},"
                                + "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u1\",\"event\":\"A\"},"
                                + "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"u1\"},7]}")
                        .formatted(id, id))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("rejected", equalTo(2))
                .body("items", hasSize(3))
                .body("items[1].code", equalTo("MISSING_FIELD"))
                .body("items[1].field", equalTo("event"))
                .body("items[2].code", equalTo("INVALID_TYPE"));
    }

    @Test
    void wantsAWriteKey() {
        given().body("{\"batch\":[{\"type\":\"track\"}]}")
                .post("/v1/batch")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("INVALID_WRITE_KEY"));
    }

    private static RequestSpecification sender() {
        return given().auth().preemptive().basic(TestShop.WRITE_KEY, "");
    }
}
