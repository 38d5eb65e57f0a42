package io.clientele.funnel.feed;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.funnel.ServiceToken;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** Who may read the feed, and what is no question to it. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FeedAccessQuarkusTest {

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"consumer\":\"../x\",\"cursor\":\"1.a.0.h.1\",\"limit\":1,\"waitMs\":0}",
                "{\"consumer\":\"c\",\"cursor\":\"1.a.0.h\",\"limit\":1,\"waitMs\":0}",
                "{\"consumer\":\"c\",\"cursor\":\"1.a.0.h.1\",\"limit\":10001,\"waitMs\":0}",
                "{\"consumer\":\"c\",\"cursor\":\"1.a.0.h.1\",\"limit\":1,\"waitMs\":60001}",
                "{\"consumer\":\"c\",\"cursor\":\"1.a.0.h.1\",\"limit\":1,\"waitMs\":0,\"events\":[1]}",
                "{\"consumer\":\"c\",\"cursor\":\"1.a.0.h.1\",\"limit\":1e9999999999,\"waitMs\":0}"
            })
    void refusesQuestionsThatAreNone(String body) {
        given().header("Authorization", "Bearer " + ServiceToken.of("profile-service"))
                .body(body)
                .post("/internal/v1/feed/read")
                .then()
                .statusCode(400)
                .body("error.code", anyOf(is("MALFORMED_JSON"), is("INVALID_VALUE"), is("INVALID_CURSOR")));
    }

    @Test
    void letsNobodyInWithoutServiceToken() {
        List<String> tokens = List.of(
                TestTokens.token("admin"),
                ServiceToken.of("profile-service", "another-secret-of-more-than-32-bytes"),
                "nonsense",
                "");
        for (String token : tokens) {
            given().header("Authorization", "Bearer " + token)
                    .body("{}")
                    .post("/internal/v1/feed/read")
                    .then()
                    .statusCode(401)
                    .body("error.code", equalTo("UNAUTHENTICATED"));
        }
        given().body("{}").post("/internal/v1/events").then().statusCode(401);
        given().get("/internal/v1/feed/consumers").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//internal/v1/feed/consumers",
                "/internal//v1/feed/consumers",
                "/%69nternal/v1/feed/consumers",
                "/v1/../internal/v1/feed/consumers",
                "/internal;a=b/v1/feed/consumers"
            })
    void knowsOnlyOneWayIn(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(anyOf(is(401), is(404)));
    }

    @Test
    void serviceTokensOpenNothingElse() {
        given().header("Authorization", "Bearer " + ServiceToken.of("profile-service"))
                .contentType("application/json")
                .body(Map.of("query", "{ funnelService { name } }"))
                .post("/graphql")
                .then()
                .statusCode(401);
    }
}
