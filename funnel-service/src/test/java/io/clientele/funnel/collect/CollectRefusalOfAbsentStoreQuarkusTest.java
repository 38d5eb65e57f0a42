package io.clientele.funnel.collect;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(CollectRefusalOfAbsentStoreQuarkusTest.WithoutElasticsearch.class)
class CollectRefusalOfAbsentStoreQuarkusTest {

    @Test
    void startsAllTheSameAndTellsSendersToComeBack() {
        given().auth()
                .preemptive()
                .basic(TestShop.WRITE_KEY, "")
                .contentType("application/json")
                .body("{\"messageId\":\"m\",\"userId\":\"u1\",\"event\":\"A\"}")
                .post("/v1/track")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("error.code", equalTo("STORE_UNAVAILABLE"));
    }

    @Test
    void isNotReady() {
        given().get("/q/health/ready").then().statusCode(503);
    }

    /** Looks for Elasticsearch at a port that nothing can listen on. */
    public static final class WithoutElasticsearch implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.elasticsearch.hosts",
                    "127.0.0.1:1",
                    "clientele.collect.write-keys",
                    TestShop.SOURCE + ":" + TestShop.WRITE_KEY);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SigningKeys.class));
        }
    }
}
