package io.clientele.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(HealthQuarkusTest.NobodyBehind.class)
@WithTestResource(SigningKeys.class)
class HealthQuarkusTest {

    @Test
    void aliveButNotReadyWithoutServices() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'services' }.data.'funnel'", startsWith("unreachable: "))
                .body("checks.find { it.name == 'services' }.data.'profile'", startsWith("unreachable: "))
                .body("checks.find { it.name == 'services' }.data.'campaign'", startsWith("unreachable: "));
    }

    /** Port 1 of this machine: nothing listens there. */
    public static final class NobodyBehind implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "clientele.services.funnel.url", "http://127.0.0.1:1",
                    "clientele.services.profile.url", "http://127.0.0.1:1",
                    "clientele.services.campaign.url", "http://127.0.0.1:1");
        }
    }
}
