package io.clientele.profile.population;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Product;
import io.clientele.contract.index.CustomerField;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.localstack.SharedStack;
import io.clientele.profile.card.Questions;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.segment.SegmentsStack;
import io.clientele.profile.segment.TestCustomers;
import io.clientele.profile.value.LifecycleStage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;

import static io.clientele.profile.card.Questions.event;
import static io.clientele.profile.card.Questions.identified;
import static io.clientele.profile.card.Questions.texts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class PopulationQuarkusTest {

    @SuppressWarnings("TimeInStaticInitializer") // all tests share the customers, and so the instant that made them
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OURS =
            "filter: {trait: {name: \"population\", operator: ANY_OF, values: [\"population\"]}}";

    @Inject
    TestCustomers shoppers;

    @Inject
    Customers customers;

    private final Questions questions = new Questions("");

    @BeforeEach
    void fill() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            shoppers.clear();
            put("pop-1", "100");
            put("pop-2", "300");
            put("pop-3", "200");
            put("pop-4", null);
            return true;
        });
        shoppers.change(customers::measure);
        List.of("pop-1", "pop-2", "pop-3", "pop-4").forEach(shoppers::recompute);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> list(OURS).path("totalCount").asInt() == 4
                        && !questions
                                .ask("{ rfm { recency } }", Map.of())
                                .path("rfm")
                                .isEmpty());
    }

    @Test
    void listsCustomersOfAConditionInTheOrderThatIsAskedFor() {
        JsonNode ours = questions.ask(
                "{ customers(" + OURS
                        + ", order: MONETARY) { totalCount edges { node { id value { rfm { monetary { amount } } } } } } }",
                Map.of());

        assertThat(texts(ours.at("/customers/edges"), "/node/id")).containsExactly("pop-2", "pop-3", "pop-1", "pop-4");
        assertThat(texts(ours.at("/customers/edges"), "/node/value/rfm/monetary/amount"))
                .containsExactly("300", "200", "100", "0");
        assertThat(texts(list(OURS).path("edges"), "/node/id")).containsExactly("pop-1", "pop-2", "pop-3", "pop-4");
    }

    @Test
    void pagesThroughTheWatchListByValueAtRisk() {
        List<String> paged = new ArrayList<>();
        String after = "null";
        JsonNode page;
        do {
            page = questions
                    .ask(
                            "{ churnWatch(first: 1, after: " + after
                                    + ") { edges { node { id } } pageInfo { hasNextPage endCursor } } }",
                            Map.of())
                    .path("churnWatch");
            paged.addAll(texts(page.path("edges"), "/node/id"));
            after = '"' + page.at("/pageInfo/endCursor").asText() + '"';
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(paged).doesNotHaveDuplicates().containsSubsequence("pop-2", "pop-3", "pop-1");
        assertThat(paged).doesNotContain("pop-4");
    }

    @Test
    void countsAsManyCustomersOfEachKindAsTheListNames() {
        // The counts are of the database, and the list is of the index, which follows.
        await().atMost(PATIENCE).untilAsserted(this::assertCountsAsTheListNames);
    }

    private void assertCountsAsTheListNames() {
        JsonNode answer = questions.ask("""
                { lifecycle { stage portion { customers customerShare revenue { amount } revenueShare } }
                  valueTiers { tier portion { customers } }
                  rfm(monetary: true) { recency frequency monetary portion { customers } }
                  customers(first: 1000) { totalCount edges { node {
                    lifecycle { stage } value { tier rfm { code monetary { amount } } } } } } }""", Map.of());

        JsonNode all = answer.at("/customers/edges");
        assertThat(counts(answer.path("lifecycle"), "/stage")).isEqualTo(count(all, "/node/lifecycle/stage"));
        assertThat(counts(answer.path("valueTiers"), "/tier")).isEqualTo(count(all, "/node/value/tier"));
        SortedMap<String, Long> cells = new TreeMap<>();
        answer.path("rfm")
                .forEach(cell -> cells.put(
                        cell.path("recency").asText()
                                + cell.path("frequency").asText()
                                + cell.path("monetary").asText(),
                        cell.at("/portion/customers").asLong()));
        assertThat(cells).isEqualTo(count(all, "/node/value/rfm/code"));
        double revenue = 0;
        double shares = 0;
        for (JsonNode stage : answer.path("lifecycle")) {
            revenue += stage.at("/portion/revenue/amount").asDouble();
            shares += stage.at("/portion/customerShare").asDouble();
        }
        assertThat(shares).isBetween(0.999999, 1.000001);
        assertThat(revenue).isGreaterThanOrEqualTo(600);
    }

    @Test
    void countsValuesThatEveryShardHasAllOf() throws JsonProcessingException {
        String index = SharedStack.elasticsearch().uri() + "/grouping-" + UUID.randomUUID();
        StringBuilder documents = new StringBuilder();
        for (LifecycleStage stage : LifecycleStage.values()) {
            for (int number = 0; number < 50; number++) {
                documents.append("{\"index\": {}}\n{\"lifecycle\": \"%s\", \"monetary\": 3}\n".formatted(stage.key()));
            }
        }
        elasticsearch(index, """
                {"settings": {"number_of_shards": 2},
                  "mappings": {"properties": {"lifecycle": {"type": "keyword"}, "monetary": {"type": "long"}}}}""", Method.PUT);
        elasticsearch(index + "/_bulk?refresh=true", documents.toString(), Method.POST);

        String answer = elasticsearch(
                index + "/_search",
                Grouping.search(CustomerField.LIFECYCLE, LifecycleStage.values().length)
                        .toString(),
                Method.POST);

        assertThat(Grouping.read(new ObjectMapper().readTree(answer)))
                .hasSize(LifecycleStage.values().length)
                .allSatisfy((stage, group) -> assertThat(group).isEqualTo(new Grouping.Group(50, 150)));
    }

    private static String elasticsearch(String path, String body, Method method) {
        return given().contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void namesTheSegmentsOfACustomerAndTheCustomersOfASegment() {
        JsonNode defined = questions.answer("marketer", """
                mutation { defineSegment(input: {key: "population", id: "population", name: "Population", kind: CONDITION,
                  condition: {trait: {name: "population", operator: ANY_OF, values: ["population"]}}}) { id } }""", Map.of());
        assertThat(defined.at("/data/defineSegment/id").asText()).isEqualTo("population");

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode answer = questions.ask("""
                    { customer(id: "pop-1") { segments { id name } }
                      segment(id: "population") { members { edges { node { id segments { name } value { tier } } } } } }""", Map.of());
            assertThat(texts(answer.at("/customer/segments"), "/id")).containsExactly("population");
            JsonNode members = answer.at("/segment/members/edges");
            assertThat(texts(members, "/node/id")).containsExactly("pop-1", "pop-2", "pop-3", "pop-4");
            assertThat(texts(members, "/node/segments/0/name")).containsOnly("Population");
            assertThat(texts(members, "/node/value/tier")).containsExactly("GROWING", "GROWING", "GROWING", "NONE");
        });
    }

    @Test
    void refusesACursorOfAnotherListNamingIt() {
        JsonNode answer = questions.answer("analyst", "{ customers(after: \"x\") { totalCount } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_CURSOR");
        assertThat(answer.at("/errors/0/extensions/field").asText()).isEqualTo("after");
    }

    private JsonNode list(String arguments) {
        return questions
                .ask("{ customers(" + arguments + ") { totalCount edges { node { id } } } }", Map.of())
                .path("customers");
    }

    /** Customers by kind, kinds of nobody left out. */
    private static SortedMap<String, Long> counts(JsonNode portions, String kind) {
        SortedMap<String, Long> counts = new TreeMap<>();
        portions.forEach(portion -> {
            if (portion.at("/portion/customers").asLong() > 0) {
                counts.put(
                        portion.at(kind).asText(),
                        portion.at("/portion/customers").asLong());
            }
        });
        return counts;
    }

    private static SortedMap<String, Long> count(JsonNode edges, String kind) {
        SortedMap<String, Long> counts = new TreeMap<>();
        edges.forEach(edge -> {
            if (edge.at(kind).isTextual()) {
                counts.merge(edge.at(kind).asText(), 1L, Long::sum);
            }
        });
        return counts;
    }

    /** Somebody who left a cart behind, and perhaps ordered 40 days ago. */
    private void put(String id, @Nullable String spent) {
        List<Event> events = new ArrayList<>();
        events.add(identified(id, null, NOW, "population"));
        if (spent != null) {
            Instant at = NOW.minus(Duration.ofDays(40));
            events.add(event(EventType.TRACK, id, null, at)
                    .name("Order Completed")
                    .order(new Order("order-" + id, Money.parse("revenue", spent, "CNY"), null, null, null, null))
                    .build());
            events.add(event(EventType.TRACK, id, null, at.plusSeconds(60))
                    .name("Product Added")
                    .products(List.of(new Product("p", null, null, null, Money.parse("price", "1", "CNY"), 1L)))
                    .build());
        }
        shoppers.put(id, events);
    }
}
