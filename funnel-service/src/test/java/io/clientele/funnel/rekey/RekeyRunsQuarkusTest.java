package io.clientele.funnel.rekey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.internal.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.funnel.internal.Internal.assertRefused;
import static io.clientele.funnel.internal.Internal.rekey;
import static io.clientele.funnel.internal.Internal.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Many runs in one call. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RekeyRunsQuarkusTest {

    private final Visit visit = new Visit();
    private final String device = "anon:" + visit.named("device");
    private final String user = visit.named("user");

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void worksOnEachRunAndAnswersInTheirOrder() {
        List<Map<String, Object>> wishes = new ArrayList<>();
        Map<String, List<String>> expected = new HashMap<>();
        int sent = 0;
        for (int run = 0; run < AskedRun.MOST; run++) {
            int events = run % 4;
            String home = visit.named("home-" + run);
            if (events > 0) {
                visit.send(home, sent, sent + events);
            }
            wishes.add(wish(home, visit.named("customer-" + run)));
            for (int i = 0; i < events; i++) {
                expected.put(visit.id(sent + i), List.of(visit.named("customer-" + run)));
            }
            sent += events;
        }

        JsonPath answer = rekey(wishes);

        assertThat(answer.getList("runs.moved"))
                .isEqualTo(IntStream.range(0, AskedRun.MOST)
                        .mapToObj(run -> run % 4)
                        .toList());
        assertThat(answer.getList("runs.done")).hasSize(AskedRun.MOST).containsOnly(true);
        assertThat(answer.getList("runs.error")).containsOnlyNulls();
        assertThat(visit.seen()).isEqualTo(expected);
    }

    @Test
    void movesRunsOfOneHomeToTheirCustomers() {
        visit.send(device, 0, 4);
        Map<String, Object> earlier = wish(device, user);
        earlier.put("to", Visit.START.plusSeconds(120).toString());
        Map<String, Object> later = wish(device, visit.named("other"));
        later.put("from", Visit.START.plusSeconds(120).toString());

        assertThat(rekey(List.of(earlier, later)).getList("runs.moved")).containsExactly(2, 2);

        assertThat(visit.seen())
                .isEqualTo(Map.of(
                        visit.id(0), List.of(user),
                        visit.id(1), List.of(user),
                        visit.id(2), List.of(visit.named("other")),
                        visit.id(3), List.of(visit.named("other"))));
    }

    @Test
    void tellsOfRunThatCannotBeAndWorksOnTheOthers() {
        visit.send(device, 0, 2);
        Map<String, Object> empty = wish(device, user);
        empty.put("from", Visit.START.toString());
        empty.put("to", Visit.START.toString());

        JsonPath answer = rekey(List.of(wish("anon:", user), wish(device, user), wish(user, "u".repeat(257)), empty));

        assertThat(answer.getList("runs.error.code"))
                .containsExactly("INVALID_VALUE", "INVALID_VALUE", "INVALID_RANGE");
        assertThat(answer.getList("runs.error.field")).containsExactly("homeCustomer", "customer", "to");
        assertThat(answer.getList("runs.done")).containsExactly(false, true, false, false);
        assertThat(visit.seen())
                .hasSize(2)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(user));
    }

    @Test
    void doesNotStumbleOverAnotherRunsDamagedHome() {
        visit.send(device, 0, 2);
        String damaged = visit.named("damaged");
        String document = "/events-write/_doc/" + damaged + "?refresh=true&routing=" + damaged;
        given().baseUri(Visit.elasticsearch())
                .contentType("application/json")
                .body(Map.of(
                        "tombstone", true, "message_id", damaged, "home_customer_id", damaged, "customer_id", "gone"))
                .put(document)
                .then()
                .statusCode(201);
        try {
            JsonPath answer = rekey(List.of(wish(damaged, user), wish(device, user)));

            assertThat(answer.getList("runs.error.code")).containsExactly("INTERNAL");
            assertThat(answer.getList("runs.done")).containsExactly(false, true);
        } finally {
            given().baseUri(Visit.elasticsearch()).delete(document).then().statusCode(200);
        }
    }

    @Test
    void endsWhenItHasMovedEnoughButEachRunHadAPage() {
        visit.send(device, 0, 1_100);
        visit.send(user, 1_100, 1_300);
        List<Map<String, Object>> wishes =
                List.of(wish(device, visit.named("a")), wish(user, visit.named("b")), wish("nobody", "b"));

        JsonPath answer = rekey(wishes);

        List<Integer> moved = answer.getList("runs.moved");
        assertThat(moved.get(0)).isGreaterThanOrEqualTo(150);
        assertThat(moved.get(1)).isGreaterThanOrEqualTo(150);
        assertThat(moved.get(0) + moved.get(1)).isBetween(1_000, 1_299);
        assertThat(answer.getList("runs.done")).contains(false).endsWith(true);
        wishes.forEach(wish -> rekey(wish));
        assertThat(visit.seen())
                .hasSize(1_300)
                .allSatisfy((id, customers) -> assertThat(customers).hasSize(1));
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertRefused("rekey", "[", "MALFORMED_JSON", null);
        assertRefused("rekey", "[]", "INVALID_TYPE", null);
        assertRefused("rekey", Map.of("homeCustomer", user), "UNKNOWN_FIELD", "homeCustomer");
        assertRefused("rekey", Map.of(), "MISSING_FIELD", "runs");
        assertRefused("rekey", Map.of("runs", List.of()), "MISSING_FIELD", "runs");
        assertRefused("rekey", Map.of("runs", "all"), "INVALID_TYPE", "runs");
        assertRefused("rekey", Map.of("runs", List.of(wish(device, user), 7)), "INVALID_TYPE", "runs[1]");
        assertRefused(
                "rekey",
                Map.of("runs", Collections.nCopies(AskedRun.MOST + 1, wish(device, user))),
                "TOO_MANY_ITEMS",
                "runs");
    }

    @Test
    void refusesRequestsOfRunsThatHaveNotTheirFields() {
        assertRunRefused(Map.of("customer", user, "decision", 1), "MISSING_FIELD", "homeCustomer");
        assertRunRefused(Map.of("homeCustomer", user, "decision", 1), "MISSING_FIELD", "customer");
        assertRunRefused(Map.of("homeCustomer", device, "customer", user), "MISSING_FIELD", "decision");
        assertRunRefused(with("homeCustomer", 7), "INVALID_TYPE", "homeCustomer");
        assertRunRefused(with("target", user), "UNKNOWN_FIELD", "target");
        List<Map<String, Object>> values =
                List.of(with("decision", 0), with("decision", 1.5), with("decision", -1), with("from", "yesterday"));
        assertThat(rekey(values).getList("runs.error.field"))
                .containsExactly("decision", "decision", "decision", "from");
    }

    private void assertRunRefused(Map<String, Object> run, String code, String field) {
        visit.send(device, 0, 1);
        assertRefused("rekey", Map.of("runs", List.of(wish(device, user), run)), code, "runs[1]." + field);
        assertThat(visit.seen()).isEqualTo(Map.of(visit.id(0), List.of(device)));
    }

    private Map<String, Object> with(String key, Object value) {
        Map<String, Object> wish = wish(device, user);
        wish.put(key, value);
        return wish;
    }
}
