package io.clientele.funnel.erasure;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.internal.Internal;
import io.clientele.funnel.internal.Visit;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import static io.clientele.funnel.internal.Internal.assertRefused;
import static io.clientele.funnel.internal.Internal.erase;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class EraseApiQuarkusTest {

    private final Visit visit = new Visit();
    private final String device = "anon:" + visit.named("device");
    private final String user = visit.named("user");
    private final String other = visit.named("other");

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void leavesNothingButMessageIds() {
        visit.send(device, 0, 2);
        visit.send(user, 2, 3);
        visit.send(other, 3, 4);
        Internal.rekey(device, user);
        SentEvents.post(List.of(refused(user), refused(device), refused(other))).body("rejected", equalTo(3));
        assertThat(erase(device, user)).isEqualTo(Map.of("events", 3L, "copies", 2L, "rejected", 2L));
        assertThat(visit.seen()).containsExactly(Map.entry(visit.id(3), List.of(other)));
        assertThat(visit.home(0, visit.named("device")).path("_source"))
                .isEqualTo(Visit.json("{\"tombstone\":true,\"message_id\":\"" + visit.id(0) + "\",\"erased\":true}"));
        for (String id : List.of(device, visit.named("device"), user)) {
            for (String field : List.of("customer_id", "home_customer_id", "anonymous_id", "_routing")) {
                assertThat(found("events-write", field, id)).as(field).isZero();
            }
            assertThat(found("rejected-events", "customer_id", id)).isZero();
        }
        assertThat(found("rejected-events", "customer_id", other)).isEqualTo(1);
        assertThat(erase(device, user)).isEqualTo(Map.of("events", 0L, "copies", 0L, "rejected", 0L));
    }

    @Test
    void knowsRepeatedMessageAndBringsNothingBack() {
        visit.send(device, 0, 1);
        Internal.rekey(device, user);
        erase(device);
        SentEvents.post(List.of(visit.event(0, device))).statusCode(200).body("duplicate", equalTo(1));
        assertThat(Internal.rekey(device, user)).isZero();
        assertThat(visit.seen()).isEmpty();
    }

    @Test
    void takesWhatArrivesLaterForNew() {
        visit.send(device, 0, 1);
        erase(device);
        visit.send(device, 1, 2);
        assertThat(visit.seen()).containsExactly(Map.entry(visit.id(1), List.of(device)));
    }

    @Test
    void leavesEventsOfOthersThatAreStoredUnderTheCustomer() {
        visit.send(device, 0, 1);
        visit.send(user, 1, 2);
        Internal.rekey(device, user);
        erase(user);
        assertThat(visit.seen()).containsExactly(Map.entry(visit.id(0), List.of(user)));
    }

    @Test
    void erasesOfASharedDeviceWhatWasSentInOneTime() {
        visit.send(device, 0, 4);
        Map<String, Object> first = Internal.wish(device, user);
        first.put("to", Visit.START.plusSeconds(120).toString());
        Internal.rekey(first);
        Object half =
                Map.of("customer", device, "to", Visit.START.plusSeconds(120).toString());

        assertThat(stored(half, user)).isEqualTo(Map.of("events", 2, "copies", 2, "rejected", 0, "strays", 0));
        assertThat(stored(user)).isEqualTo(Map.of("events", 0, "copies", 0, "rejected", 0, "strays", 4));
        assertThat(erase(half, user)).isEqualTo(Map.of("events", 2L, "copies", 2L, "rejected", 0L));
        assertThat(stored(half, user)).isEqualTo(Map.of("events", 0, "copies", 0, "rejected", 0, "strays", 0));
        assertThat(visit.seen()).isEqualTo(Map.of(visit.id(2), List.of(device), visit.id(3), List.of(device)));
    }

    @Test
    void leavesWhatWasReceivedLater() {
        visit.send(device, 0, 1);
        visit.send(user, 1, 2);
        Internal.rekey(device, user);
        Instant until = Instant.now();
        await().until(() -> Instant.now().isAfter(until.plusMillis(1)));
        visit.send(device, 2, 3);
        visit.send(device, 3, 4);
        Map<String, Object> moved = Internal.wish(device, user);
        moved.put("from", Visit.START.plusSeconds(180).toString());
        Internal.rekey(moved);
        SentEvents.post(List.of(refused(user))).body("rejected", equalTo(1));

        Map<String, Object> request = Map.of("customers", List.of(device, user), "receivedUntil", until.toString());
        Internal.post("erase", request)
                .statusCode(200)
                .body("events", equalTo(2))
                .body("copies", equalTo(1))
                .body("rejected", equalTo(0))
                .body("done", equalTo(true));

        assertThat(visit.seen()).isEqualTo(Map.of(visit.id(2), List.of(device), visit.id(3), List.of(user)));
        assertThat(stored(device, user)).containsEntry("events", 2).containsEntry("rejected", 1);
    }

    @Test
    void erasesThousandsInBoundedCalls() {
        visit.send(device, 0, 1_200);
        visit.send(user, 1_200, 1_250);
        Internal.rekey(user, other);
        Internal.post("erase", Map.of("customers", List.of(device, user)))
                .statusCode(200)
                .body("events", equalTo(1_000))
                .body("copies", equalTo(0))
                .body("left", equalTo(300))
                .body("done", equalTo(false));
        assertThat(erase(device, user)).isEqualTo(Map.of("events", 250L, "copies", 50L, "rejected", 0L));
        assertThat(visit.seen()).isEmpty();
    }

    @Test
    void isForServicesOnly() {
        visit.send(device, 0, 1);
        String body = "{\"customers\":[\"" + device + "\"]}";
        for (RequestSpecification caller : List.of(given(), given().auth().oauth2(TestTokens.token("admin")))) {
            caller.contentType("application/json");
            caller.body(body).post("/internal/v1/erase").then().statusCode(401);
            caller.body(body).post("/internal/v1/rekey").then().statusCode(401);
            caller.body(body).post("/internal/v1/erase/count").then().statusCode(401);
            caller.body(body).post("/internal/v1/export").then().statusCode(401);
        }
        assertThat(visit.seen()).hasSize(1);
    }

    @Test
    void refusesWhatNamesNoCustomers() {
        assertRefused("erase", Map.of(), "MISSING_FIELD", "customers");
        assertRefused("erase", Map.of("customers", List.of()), "MISSING_FIELD", "customers");
        assertRefused("erase", Map.of("customers", user), "INVALID_TYPE", "customers");
        assertRefused("erase", Map.of("customers", List.of("anon:")), "INVALID_VALUE", "customers");
        assertRefused("erase", Map.of("customers", Collections.nCopies(1_001, user)), "TOO_MANY_ITEMS", "customers");
        assertRefused("erase", Map.of("customer", user), "UNKNOWN_FIELD", "customer");
    }

    private static Map<String, Integer> stored(Object... customers) {
        return Internal.post("erase/count", Map.of("customers", List.of(customers)))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    /** Names its customer, but not what happened. */
    private Map<String, Object> refused(String customer) {
        Map<String, Object> message = new HashMap<>(visit.event(9, customer));
        message.remove("event");
        return message;
    }

    private static int found(String index, String field, String value) {
        return Visit.search(index, "{\"query\":{\"term\":{\"%s\":\"%s\"}}}".formatted(field, value))
                .size();
    }
}
