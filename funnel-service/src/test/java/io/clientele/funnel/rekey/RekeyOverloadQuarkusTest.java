package io.clientele.funnel.rekey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static io.clientele.funnel.internal.Internal.post;
import static io.clientele.funnel.internal.Internal.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** More calls at once than are worked on are refused, and taken again when one has ended. */
@QuarkusTest
@TestProfile(RekeyOverloadQuarkusTest.OneCallAtATime.class)
class RekeyOverloadQuarkusTest {

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void refusesACallTooManyUntilAnotherEnds() {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(RekeyOverloadQuarkusTest::call);
        await().until(() -> given().get("http://" + elasticsearch + "/held").asString(), equalTo("1"));

        post("rekey", body()).statusCode(429).body("error.code", equalTo("OVERLOADED"));

        given().post("http://" + elasticsearch + "/release").then().statusCode(200);
        assertThat(first.join()).isEqualTo(call()).isNotEqualTo(429);
    }

    private static int call() {
        return post("rekey", body()).extract().statusCode();
    }

    private static Map<String, Object> body() {
        return Map.of("runs", List.of(wish("anon:device", "user")));
    }

    /** Runs against {@link HeldRefreshes}. */
    public static final class OneCallAtATime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "clientele.rekey.concurrent-calls", "1", "clientele.service-secret", StackResource.SERVICE_SECRET);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(HeldRefreshes.class), new TestResourceEntry(SigningKeys.class));
        }
    }
}
