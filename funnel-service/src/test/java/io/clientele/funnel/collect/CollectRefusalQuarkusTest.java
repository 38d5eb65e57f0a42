package io.clientele.funnel.collect;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@TestProfile(CollectRefusalQuarkusTest.WithLittleRoom.class)
class CollectRefusalQuarkusTest {

    /** More than one of these messages, and less than two. */
    private static final String PENDING_BYTES = "1500";

    private static final int MESSAGE_BYTES = 700;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @ParameterizedTest
    @CsvSource({
        StubbornElasticsearch.OVERLOADED + ",       429, OVERLOADED,        7",
        StubbornElasticsearch.SHARD_OVERLOADED + ", 429, OVERLOADED,        7",
        StubbornElasticsearch.UNAVAILABLE + ",      503, STORE_UNAVAILABLE, 11",
        StubbornElasticsearch.SHARD_AWAY + ",       503, STORE_UNAVAILABLE, 11",
        StubbornElasticsearch.HUNG_UP + ",          503, STORE_UNAVAILABLE, 11",
        StubbornElasticsearch.FORBIDDEN + ",        503, STORE_UNAVAILABLE, 11"
    })
    void saysThatNothingIsStoredAndWhenToComeBack(String event, int status, String code, String retryAfter) {
        track(event)
                .statusCode(status)
                .header("Retry-After", retryAfter)
                .body("success", equalTo(false))
                .body("error.code", equalTo(code))
                .body("error.message", not(containsString("secret")))
                .body("error.message", containsString("send it again"));
    }

    @Test
    void refusesWhatWouldExceedTheRoomAndTakesItWhenThereIsRoomAgain() {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> send(StubbornElasticsearch.HELD));
        await().until(this::held, equalTo("1"));

        track("A").statusCode(429).header("Retry-After", "7").body("error.code", equalTo("OVERLOADED"));

        given().post("http://" + elasticsearch + "/release").then().statusCode(200);
        first.join().then().statusCode(200).body("accepted", equalTo(1));
        track("A").statusCode(200).body("accepted", equalTo(1));
    }

    private String held() {
        return given().get("http://" + elasticsearch + "/held").asString();
    }

    private static ValidatableResponse track(String event) {
        return send(event).then();
    }

    private static Response send(String event) {
        return given().auth()
                .preemptive()
                .basic(TestShop.WRITE_KEY, "")
                .contentType("application/json")
                .body(Map.of(
                        "messageId",
                        UUID.randomUUID().toString(),
                        "userId",
                        "u1",
                        "event",
                        event,
                        "properties",
                        Map.of("a", "x".repeat(MESSAGE_BYTES))))
                .post("/v1/track");
    }

    /** Runs against {@link StubbornElasticsearch}, and asks senders to come back after times of its own. */
    public static final class WithLittleRoom implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "clientele.store.pending-bytes",
                    PENDING_BYTES,
                    "clientele.collect.retry-after-overload",
                    "7s",
                    "clientele.collect.retry-after-outage",
                    "11s");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(StubbornElasticsearch.class), new TestResourceEntry(SigningKeys.class));
        }
    }
}
