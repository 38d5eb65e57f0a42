package io.clientele.campaign.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.effect.TestExposures;
import io.clientele.campaign.effect.TestExposures.Exposed;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.campaign.effect.TestExposures.START;
import static io.clientele.campaign.effect.TestExposures.order;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ContactsStack.class)
class ContactsIndexQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    TestExposures exposures;

    private final ElasticsearchServer elasticsearch = SharedStack.elasticsearch();

    @BeforeEach
    void empty() {
        exposures.clear();
        exposures.execute("TRUNCATE contact_outbox, contact_refused");
        // What stands in the index is of contacts that are no more: not deleted one by one, so that it takes a new
        // index.
        ask("mutation { rebuildContactsIndex { live } }");
        await().atMost(PATIENCE)
                .until(() -> state().get("filling") == null && documents().isEmpty());
        exposures.campaign("c", "Order Completed", Duration.ofDays(7));
    }

    @Test
    void tellsWhatBecameOfEveryContact() {
        exposures.contacts(
                List.of(
                        Exposed.sent("c", "buyer", START),
                        Exposed.decided("c", "control", "CONTROL", START),
                        Exposed.decided("c", "capped", "SUPPRESSED", START),
                        Exposed.sent("c", "tester", START)),
                200_000);
        exposures.execute("UPDATE contact SET test = true WHERE customer_id = 'tester'");
        coupon();
        exposures.page(
                order("m1", "buyer", "Order Completed", "o1", "30", START.plusSeconds(5)),
                order("m2", "buyer", "Order Completed", "o2", "12", START.plusSeconds(6)));
        exposures.page(order("m3", "buyer", "Order Refunded", "o1", "10", START.plusSeconds(9)));
        exposures.execute("UPDATE contact SET status = 'OPENED', read_at = decided_at WHERE customer_id = 'buyer'");
        written();

        Map<String, Map<String, Object>> documents = documents();
        assertThat(documents).hasSize(3);
        Map<String, Object> buyer = new TreeMap<>(documents.get(id("buyer")));
        assertThat(buyer.remove("updated_at")).isNotNull();
        assertThat(buyer)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("contact_id", id("buyer")),
                        Map.entry("campaign_id", "c"),
                        Map.entry("campaign_version", 1),
                        Map.entry("customer_id", "buyer"),
                        Map.entry("entered_at", "2026-03-01T12:00:00.000Z"),
                        Map.entry("decided_at", "2026-03-01T12:00:00.000Z"),
                        Map.entry("local_day", "2026-03-01"),
                        Map.entry("decision", "sent"),
                        Map.entry("variant", "a"),
                        Map.entry("status", "opened"),
                        Map.entry("status_at", "2026-03-01T12:00:00.000Z"),
                        Map.entry("read_at", "2026-03-01T12:00:00.000Z"),
                        Map.entry("cost", 200_000),
                        Map.entry("currency", "EUR"),
                        Map.entry("benefit_id", "b"),
                        Map.entry("coupon_state", "redeemed"),
                        Map.entry("discount", 5_000_000),
                        Map.entry("discount_currency", "EUR"),
                        Map.entry("converted", 1),
                        Map.entry("orders", 2),
                        Map.entry("revenue", 32_000_000),
                        Map.entry("revenue_currency", "EUR"))));
        assertThat(documents.get(id("control")))
                .containsEntry("decision", "control")
                .containsEntry("converted", 0)
                .doesNotContainKeys("revenue", "reason");
        assertThat(documents.get(id("capped")))
                .containsEntry("decision", "suppressed")
                .containsEntry("reason", "capped");
    }

    /** A coupon of the buyer's contact, redeemed. */
    private void coupon() {
        exposures.execute("""
                        INSERT INTO benefit (id, name, version, terms, currency, per_customer_limit, changed_by)
                        VALUES ('b', 'Benefit', 1, '{}', 'EUR', 1, 'test')""");
        exposures.execute("""
                        INSERT INTO coupon (
                            id, benefit_id, benefit_version, benefit_name, customer_id, contact_id, code, terms, state,
                            held_millionths, issued_at)
                        SELECT 'k', 'b', 1, 'Benefit', customer_id, id, 'CODE', '{}', 'USABLE', 0, decided_at
                        FROM contact WHERE customer_id = 'buyer'""");
        exposures.execute("UPDATE contact SET coupon_id = 'k' WHERE customer_id = 'buyer'");
        written();
        assertThat(documents().get(id("buyer"))).containsEntry("coupon_state", "usable");

        exposures.execute("UPDATE coupon SET state = 'REDEEMED'");
        exposures.execute("""
                        INSERT INTO redemption (
                            order_id, benefit_id, coupon_id, code, customer_id, currency, cart_millionths,
                            discount_millionths, redeemed_at)
                        VALUES ('o1', 'b', 'k', 'CODE', 'buyer', 'EUR', 50000000, 5000000, now())""");
    }

    @Test
    void answersTheSampleOfTheGuide() throws IOException {
        exposures.campaign("cart-reminder", "Order Completed", Duration.ofDays(7));
        exposures.contacts(
                IntStream.range(0, 8)
                        .mapToObj(i -> i < 6
                                ? Exposed.sent("cart-reminder", "s-" + i, START)
                                : Exposed.decided("cart-reminder", "s-" + i, "CONTROL", START))
                        .toList(),
                200_000);
        exposures.page(
                order("m1", "s-1", "Order Completed", "o1", "30", START.plusSeconds(5)),
                order("m2", "s-4", "Order Completed", "o2", "12.50", START.plusSeconds(5)));
        written();
        documents();

        String guide = Files.readString(Path.of("..", "docs", "bi.md"));
        String[] blocks = guide.substring(guide.indexOf("\n## contacts\n")).split("```(json)?\n", 5);
        String answer = given().contentType("application/json")
                .body(blocks[1])
                .post(elasticsearch.uri() + "/contacts/_search?filter_path=aggregations.decision.buckets")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(JsonPath.from(answer).getMap(""))
                .isEqualTo(JsonPath.from(blocks[3]).getMap(""));
    }

    @Test
    void forgetsErasedCustomers() {
        exposures.contacts(Exposed.sent("c", "gone", START), Exposed.sent("c", "stays", START));
        written();
        assertThat(documents()).hasSize(2);

        // SHA-256 of "gone".
        exposures.forget("283bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247");
        written();

        assertThat(documents()).containsOnlyKeys(id("stays"));
    }

    @Test
    void losesNothingWhileElasticsearchIsAway() {
        exposures.contacts(sent(0, 12), 0);
        written();
        try {
            elasticsearch.kill();
            exposures.contacts(sent(12, 20), 0);
            exposures.execute("UPDATE contact SET status = 'DELIVERED'");
            assertThat(state().getLong("pending")).isGreaterThanOrEqualTo(20);
        } finally {
            elasticsearch.restart();
        }
        written();

        assertThat(documents()).hasSize(20);
        assertThat(documents().values())
                .allSatisfy(document -> assertThat(document).containsEntry("status", "delivered"));
    }

    @Test
    void rebuildsBesideTheLiveIndex() {
        exposures.contacts(sent(0, 12), 0);
        written();
        String before = state().getString("live");

        String filling = ask("mutation { rebuildContactsIndex { live filling } }")
                .getString("data.rebuildContactsIndex.filling");
        exposures.execute("UPDATE contact SET status = 'CLICKED' WHERE customer_id = 'i-3'");
        await().atMost(PATIENCE).until(() -> filling.equals(state().getString("live")));
        written();

        assertThat(filling).isNotEqualTo(before);
        assertThat(documents()).hasSize(12);
        assertThat(documents().get(id("i-3"))).containsEntry("status", "clicked");
        await().atMost(PATIENCE)
                .until(() -> given().head(elasticsearch.uri() + "/" + before).statusCode() == 404);
    }

    @Test
    void fillsAgainWhatIsLost() {
        exposures.contacts(sent(0, 12), 0);
        written();
        String lost = state().getString("live");
        given().delete(elasticsearch.uri() + "/" + lost).then().statusCode(200);

        // The next write finds out.
        exposures.contacts(sent(12, 13), 0);
        await().atMost(PATIENCE)
                .until(() -> !lost.equals(state().getString("live")) && state().getString("live") != null);
        written();

        assertThat(documents()).hasSize(13);
    }

    @Test
    void setsAsideWhatElasticsearchRefuses() {
        // A keyword has at most 32,766 bytes.
        exposures.contacts(
                new Exposed("poison", "c", "x".repeat(33_000), "SENT", "a", START), Exposed.sent("c", "good", START));
        written();

        assertThat(documents()).containsOnlyKeys(id("good"));
        assertThat(state().getLong("refused")).isEqualTo(1);
    }

    @Test
    void onlyAdministratorsRebuild() {
        given().header("Authorization", "Bearer " + TestTokens.token("marketer"))
                .contentType("application/json")
                .body(Map.of("query", "mutation { rebuildContactsIndex { live } }"))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    private static List<Exposed> sent(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Exposed.sent("c", "i-" + i, START))
                .toList();
    }

    private static String id(String customer) {
        return Exposed.sent("c", customer, START).id();
    }

    /** Waits until nothing is left to write. */
    private void written() {
        await().atMost(PATIENCE).until(() -> {
            JsonPath state = state();
            return state.getLong("pending") == 0 && state.get("live") != null && state.get("filling") == null;
        });
    }

    private static JsonPath state() {
        return ask("{ contactsIndex { live filling filled pending refused } }").setRootPath("data.contactsIndex");
    }

    private static JsonPath ask(String query) {
        return given().header("Authorization", "Bearer " + TestTokens.token("admin"))
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** All documents that readers of the index see, by their ids. */
    private Map<String, Map<String, Object>> documents() {
        String index = elasticsearch.uri() + "/contacts";
        given().post(index + "/_refresh").then().statusCode(200);
        List<Map<String, Object>> hits = given().get(index + "/_search?size=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.hits");
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        for (Map<String, Object> hit : hits) {
            @SuppressWarnings("unchecked")
            Map<String, Object> source = (Map<String, Object>) hit.get("_source");
            documents.put(String.valueOf(hit.get("_id")), source);
        }
        return documents;
    }
}
