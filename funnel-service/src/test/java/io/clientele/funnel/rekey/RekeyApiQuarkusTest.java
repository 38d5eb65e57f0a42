package io.clientele.funnel.rekey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.internal.Visit;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.funnel.internal.Internal.rekey;
import static io.clientele.funnel.internal.Internal.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RekeyApiQuarkusTest {

    private final Visit visit = new Visit();
    private final String device = "anon:" + visit.named("device");
    private final String user = visit.named("user");

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void storesEventsOfDeviceUnderItsUserOnceEach() {
        visit.send(device, 0, 3);
        visit.send(user, 3, 5);
        assertThat(rekey(device, user)).isEqualTo(3);
        assertThat(visit.seen())
                .hasSize(5)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(user));
    }

    @Test
    void doesNothingWhereNothingIsLeftToDo() {
        visit.send(device, 0, 2);
        Map<String, Object> wish = wish(device, user);
        rekey(wish);
        JsonNode before = visit.seenDocuments();
        long numberBefore = visit.home(0, visit.named("device")).path("_seq_no").asLong();
        assertThat(rekey(wish)).isZero();
        assertThat(visit.seenDocuments()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(visit.home(0, visit.named("device")).path("_seq_no").asLong())
                .isEqualTo(numberBefore);
    }

    @Test
    void keepsWholeEventAndItsPositionInItsHome() {
        visit.send(device, 0, 1);
        JsonNode live = visit.home(0, visit.named("device"));
        rekey(device, user);
        rekey(device, visit.named("another"));
        JsonNode home = visit.home(0, visit.named("device")).path("_source");
        assertThat(home.path("tombstone").asBoolean()).isTrue();
        assertThat(home.path("home")).isEqualTo(live.path("_source"));
        assertThat(home.path("home_seq_no")).isEqualTo(live.path("_seq_no"));
        assertThat(home.path("home_customer_id").asText()).isEqualTo(device);
        assertThat(home.path("customer_id").asText()).isEqualTo(visit.named("another"));
    }

    @Test
    void copiesEventAsOneOfItsCustomer() {
        visit.send(device, 0, 1);
        Event home = EventDocument.read(visit.home(0, visit.named("device")).path("_source"));
        rekey(device, user);
        JsonNode hit = visit.seenDocuments().path(0);
        Event copy = EventDocument.read(hit.path("_source"));
        assertThat(hit.path("_routing").asText()).isEqualTo(user);
        assertThat(hit.path("_id").asText()).startsWith(visit.id(0) + '\0');
        assertThat(copy.customer().value()).isEqualTo(user);
        assertThat(copy.customer().anonymousId()).isEqualTo(home.customer().anonymousId());
        assertThat(copy.properties()).isEqualTo(home.properties());
        JsonNode asIfSent = Visit.json(new String(EventDocument.bytes(copy), StandardCharsets.UTF_8));
        assertThat(((ObjectNode) hit.path("_source"))
                        .without(List.of("home_customer_id", "decision"))
                        .toString())
                .isEqualTo(asIfSent.toString());
    }

    @Test
    void movesOnlyEventsOfTheTime() {
        visit.send(device, 0, 4);
        Map<String, Object> wish = wish(device, user);
        wish.put("from", Visit.START.plusSeconds(60).toString());
        wish.put("to", Visit.START.plusSeconds(180).toString());
        assertThat(rekey(wish)).isEqualTo(2);
        assertThat(visit.seen())
                .containsEntry(visit.id(0), List.of(device))
                .containsEntry(visit.id(1), List.of(user))
                .containsEntry(visit.id(2), List.of(user))
                .containsEntry(visit.id(3), List.of(device));
    }

    @Test
    void bringsEventsBackWithoutAnotherPosition() {
        visit.send(device, 0, 2);
        JsonNode live = visit.home(0, visit.named("device"));
        rekey(device, user);
        assertThat(rekey(device, device)).isEqualTo(2);
        assertThat(visit.seen())
                .hasSize(2)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(device));
        JsonNode home = visit.home(0, visit.named("device")).path("_source");
        assertThat(home.path("tombstone").asBoolean()).isTrue();
        assertThat(home.path("home_seq_no")).isEqualTo(live.path("_seq_no"));
    }

    @Test
    void numbersEventsThatNeverLeftThoughNoneIsMoved() {
        visit.send(device, 0, 2);
        Map<String, Object> wish = wish(device, device);
        assertThat(rekey(wish)).isZero();
        assertThat(visit.home(0, visit.named("device")).at("/_source/decision").asLong())
                .isEqualTo(wish.get("decision"));
        assertThat(visit.seen())
                .hasSize(2)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(device));
    }

    @Test
    void movesEventsOfMergedCustomersOn() {
        String b = visit.named("b");
        String c = visit.named("c");
        visit.send(device, 0, 2);
        visit.send(b, 2, 4);
        rekey(device, b);
        rekey(b, c);
        assertThat(visit.seen()).containsEntry(visit.id(0), List.of(b)).containsEntry(visit.id(2), List.of(c));
        rekey(device, c);
        assertThat(visit.seen())
                .hasSize(4)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(c));
    }

    @Test
    void countsRepeatedMessageAsDuplicateThoughItWasMoved() {
        visit.send(device, 0, 1);
        rekey(device, user);
        SentEvents.post(List.of(visit.event(0, device)))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicate", equalTo(1));
        assertThat(visit.seen()).containsExactly(Map.entry(visit.id(0), List.of(user)));
    }

    @Test
    void movesWhatArrivedAfterwardsWhenAskedAgain() {
        visit.send(device, 0, 1);
        Map<String, Object> wish = wish(device, user);
        rekey(wish);
        visit.send(device, 1, 2);
        assertThat(rekey(wish)).isEqualTo(1);
        assertThat(visit.seen())
                .hasSize(2)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(user));
    }

    @Test
    void keepsWhatLaterDecisionPlaced() {
        visit.send(device, 0, 2);
        Map<String, Object> late = wish(device, visit.named("wrong"));
        rekey(device, user);
        assertThat(rekey(late)).isZero();
        assertThat(visit.seen())
                .hasSize(2)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(user));
        visit.send(device, 2, 3);
        rekey(device, device);
        assertThat(rekey(late)).isZero();
        assertThat(visit.seen())
                .hasSize(3)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(device));
    }

    @Test
    void movesThousandsInBoundedCalls() {
        visit.send(device, 0, 1_500);
        Map<String, Object> wish = wish(device, user);
        JsonPath first = rekey(List.of(wish));
        long moved = first.getLong("runs[0].moved");
        assertThat(first.getBoolean("runs[0].done")).isFalse();
        assertThat(moved).isBetween(1_000L, 1_150L);
        assertThat(rekey(wish)).isEqualTo(1_500 - moved);
        assertThat(visit.seen())
                .hasSize(1_500)
                .allSatisfy((id, customers) -> assertThat(customers).containsExactly(user));
    }

    @Test
    void keepsEventsApartOfWhichDevicesSharedTheMessageId() {
        List<Map<String, Object>> sent = new ArrayList<>();
        List<String> devices = new ArrayList<>();
        // On two shards, an id that all have is that of two events.
        for (int i = 0; i < 8; i++) {
            devices.add("anon:" + i + visit.named("twin"));
            sent.add(visit.event(0, devices.get(i)));
        }
        SentEvents.send(sent);
        assertThat(visit.seen().get(visit.id(0))).hasSize(2);
        devices.forEach(twin -> rekey(twin, user));
        assertThat(visit.seen()).containsExactly(Map.entry(visit.id(0), List.of(user, user)));
    }

    @Test
    void countsVisitAcrossLoginInOneFunnel() {
        Map<String, Object> added = visit.event(1, user);
        added.put("event", "Product Added");
        Map<String, Object> ordered = visit.event(2, user);
        ordered.put("event", "Order Completed");
        SentEvents.send(List.of(visit.event(0, device), added, ordered));
        assertFunnel(1, 0);
        rekey(device, user);
        assertFunnel(1, 1);
        Map<String, Object> filter =
                Map.of("property", Map.of("field", "channel", "operator", "ANY_OF", "values", List.of(visit.run())));
        Graphql.ask(
                        "query($in: SalesInput!) { sales(input: $in) { customers orders } }",
                        Map.of("in", range(Map.of("filter", filter))))
                .body("errors", nullValue())
                .body("data.sales.customers", equalTo(1))
                .body("data.sales.orders", equalTo(1));
        Graphql.ask(
                        "query($id: ID!) { customer(id: $id) { journey(order: OLDEST_FIRST) { edges { node { id } } } } }",
                        Map.of("id", user))
                .body("errors", nullValue())
                .body("data.customer.journey.edges.node.id", contains(visit.id(0), visit.id(1), visit.id(2)));
        Graphql.ask("query($id: ID!) { customer(id: $id) { id } }", Map.of("id", device))
                .body("data.customer", nullValue());
    }

    private void assertFunnel(int viewed, int ordered) {
        Map<String, Object> filter =
                Map.of("property", Map.of("field", "channel", "operator", "ANY_OF", "values", List.of(visit.run())));
        for (String entity : List.of("CUSTOMER", "SESSION")) {
            Map<String, Object> input = range(Map.of(
                    "entity",
                    entity,
                    "window",
                    "P1D",
                    "steps",
                    List.of(
                            Map.of("event", "Product Viewed", "where", filter),
                            Map.of("event", "Order Completed", "where", filter))));
            Graphql.ask("query($in: FunnelInput!) { funnel(input: $in) { steps { count } } }", Map.of("in", input))
                    .body("errors", nullValue())
                    .body("data.funnel.steps.count", contains(viewed, ordered));
        }
    }

    private static Map<String, Object> range(Map<String, ?> further) {
        Map<String, Object> input = new HashMap<>(further);
        input.put("from", Visit.START.toString());
        input.put("to", Visit.START.plusSeconds(86_400).toString());
        return input;
    }
}
