package io.clientele.profile.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
@WithTestResource(FakeFunnelCustomers.class)
class DropOffQuarkusTest {

    private static final String CREATE = """
            mutation($input: SegmentFromDropOffInput!) {
              segmentFromDropOff(input: $input) { id name kind version changedBy } }""";

    @Inject
    TestCustomers customers;

    @ConfigProperty(name = "clientele.funnel.url")
    String funnel;

    @BeforeEach
    void empty() {
        Members.awaitEmpty(customers);
        customers.run("TRUNCATE drop_off_gathering, drop_off_customer, erasure");
    }

    @Test
    void makesASegmentOfAllPages() {
        List.of("a", "b", "c", "d", "old").forEach(id -> customers.put(id, "gold", "Product Viewed", 1));
        customers.merge("old", "d");
        script(page(1, "a", "b"), page(2), page(3, "b", "old"), page(null, "to-come"));

        create(input("k", "dropped"))
                .body("errors", nullValue())
                .body("data.segmentFromDropOff.id", equalTo("dropped"))
                .body("data.segmentFromDropOff.name", equalTo("Dropped"))
                .body("data.segmentFromDropOff.kind", equalTo("MANUAL"))
                .body("data.segmentFromDropOff.version", equalTo(1))
                .body("data.segmentFromDropOff.changedBy", equalTo("tester"));

        Members.awaitMembers("dropped", 3, "a", "b", "d");
        assertThat(customers.number("SELECT count(*) FROM membership_change WHERE segment_id = 'dropped' AND entered"))
                .isEqualTo(3);
        customers.put("to-come", "gold", "Product Viewed", 1);
        Members.awaitMembers("dropped", 4, "a", "b", "d", "to-come");
        assertThat(asked().getList("after")).containsExactly(null, "1", "2", "3");
        assertThat(asked().getString("[0].outcome")).isEqualTo("DROPPED");
        assertThat(asked().getInt("[0].step")).isEqualTo(1);
        assertThat(asked().getMap("[0].funnel"))
                .isEqualTo(Map.of(
                        "steps",
                        List.of(Map.of("event", "Product Viewed"), Map.of("event", "Order Completed")),
                        "window",
                        "P7D",
                        "anchor",
                        "ANY",
                        "strictIncrease",
                        false,
                        "entity",
                        "CUSTOMER",
                        "from",
                        "2026-01-01T00:00:00Z",
                        "to",
                        "2026-02-01T00:00:00Z"));
        assertThat(left()).isZero();
    }

    @Test
    void doesNothingAgainByTheSameKey() {
        script(page(null, "a"));
        create(input("k", "dropped")).body("errors", nullValue());
        create(input("k", "dropped")).body("errors", nullValue()).body("data.segmentFromDropOff.version", equalTo(1));
        assertThat(asked().getList("$")).hasSize(1);
        Map<String, Object> other = input("k", "dropped");
        other.put("outcome", "CONVERTED");
        refused(other, "KEY_REUSED", "input.key");
        refused(input("k2", "dropped"), "SEGMENT_EXISTS", "input.id");
        assertThat(left()).isZero();
    }

    @Test
    void storesNothingWhenTheEventStoreGoesAwayAndTakesTheSameKeyLater() {
        script(page(1, "a"), Map.of("status", 503, "body", Map.of("error", Map.of("code", "STORE_UNAVAILABLE"))));
        refused(input("k", "dropped"), "EVENTS_UNAVAILABLE", null);
        assertThat(customers.number("SELECT count(*) FROM segment")).isZero();
        assertThat(customers.number("SELECT count(*) FROM segment_listed")).isZero();
        assertThat(customers.number("SELECT count(*) FROM mutation_key")).isZero();
        assertThat(left()).isZero();
        script(page(1, "a"), page(null, "b"));
        create(input("k", "dropped")).body("errors", nullValue());
        assertThat(customers.number("SELECT count(*) FROM segment_listed")).isEqualTo(2);
    }

    @Test
    void forgetsWhatAKilledServiceHadGathered() {
        customers.run("""
                INSERT INTO drop_off_gathering VALUES (gen_random_uuid(), now() - interval '2 hours');
                INSERT INTO drop_off_customer SELECT id, 'left over' FROM drop_off_gathering""");
        script(page(null, "a"));
        create(input("k", "dropped")).body("errors", nullValue());
        assertThat(left()).isZero();
        assertThat(customers.number("SELECT count(*) FROM segment_listed")).isEqualTo(1);
    }

    @Test
    void listsNobodyWhoWasErasedMeanwhile() {
        customers.put("back", "gold", "Product Viewed", 1);
        customers.run("INSERT INTO erasure (node_hash, erased_at) SELECT sha256(convert_to(id, 'UTF8')), 1"
                + " FROM unnest(ARRAY['gone', 'back']) AS id");
        script(page(null, "gone"));
        refused(input("k", "dropped"), "EMPTY_FUNNEL_STEP", "input.step");
        script(page(null, "gone", "back"));
        create(input("k", "dropped")).body("errors", nullValue());
        assertThat(customers.number("SELECT count(*) FROM segment_listed WHERE customer_id = 'back'"))
                .isEqualTo(1);
        assertThat(customers.number("SELECT count(*) FROM segment_listed")).isEqualTo(1);
    }

    @Test
    void refusesASegmentOfNobodyAndOneOfTooMany() {
        script(Map.of("status", 200, "body", Map.of("customers", List.of(), "total", 0)));
        refused(input("k", "dropped"), "EMPTY_FUNNEL_STEP", "input.step");
        script(Map.of("status", 200, "body", Map.of("customers", List.of("a"), "total", 1_000_001, "after", "1")));
        refused(input("k", "dropped"), "TOO_MANY_CUSTOMERS", "input.funnel");
        assertThat(asked().getList("$")).hasSize(1);
        assertThat(customers.number("SELECT count(*) FROM segment")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_WINDOW, input.window, input.funnel.window",
        "INVALID_STEP, input.steps[1].event, input.funnel.steps[1].event",
        "STEP_OUT_OF_RANGE, step, input.step",
        "MISSING_FIELD, steps, input.funnel",
    })
    void saysWhatTheFunnelServiceRefuses(String code, String field, String told) {
        script(Map.of("status", 400, "body", Map.of("error", Map.of("code", code, "field", field, "message", "no"))));
        refused(input("k", "dropped"), code, told);
    }

    @Test
    void refusesWhatItCanTellItself() {
        script();
        Map<String, Object> input = input("k", "No Id");
        refused(input, "INVALID_VALUE", "input.id");
        input = input("k", "dropped");
        input.put("name", " ");
        refused(input, "INVALID_VALUE", "input.name");
        refused(input("", "dropped"), "INVALID_VALUE", "input.key");
        input = input("k", "dropped");
        input.put("funnel", funnel(Map.of("breakdown", Map.of("field", "channel"))));
        refused(input, "BREAKDOWN_NOT_LISTED", "input.funnel.breakdown");
        input.put(
                "funnel",
                funnel(Map.of(
                        "steps", List.of(Map.of("event", "Product Viewed", "where", Map.of("segment", "gold"))))));
        refused(input, "WRONG_SCOPE", "input.funnel.steps[0].where");
        Ask.as("analyst", CREATE, Map.of("input", input("k", "dropped")))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        assertThat(asked().getList("$")).isEmpty();
    }

    @Test
    void passesConditionsOnAsTheyAreStored() {
        script(page(null, "a"));
        Map<String, Object> input = input("k", "dropped");
        Map<String, Object> dear =
                Map.of("property", Map.of("field", "product.price", "operator", "AT_LEAST", "values", List.of("100")));
        input.put("funnel", funnel(Map.of("steps", List.of(Map.of("event", "Product Viewed", "where", dear)))));
        input.put("outcome", "CONVERTED");
        create(input).body("errors", nullValue());
        assertThat(asked().getMap("[0].funnel.steps[0].where")).isEqualTo(dear);
        assertThat(asked().getString("[0].outcome")).isEqualTo("CONVERTED");
    }

    private long left() {
        return customers.number(
                "SELECT (SELECT count(*) FROM drop_off_gathering) + (SELECT count(*) FROM drop_off_customer)");
    }

    private static ValidatableResponse create(Map<String, ?> input) {
        return Ask.as("marketer", CREATE, Map.of("input", input));
    }

    private static void refused(Map<String, ?> input, String code, @Nullable String field) {
        create(input)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", field == null ? nullValue() : equalTo(field));
    }

    private static Map<String, Object> page(@Nullable Integer after, String... customers) {
        Map<String, Object> body = new HashMap<>(Map.of("customers", List.of(customers), "total", 4));
        body.put("after", after == null ? null : after.toString());
        return Map.of("status", 200, "body", body);
    }

    private void script(Object... pages) {
        given().contentType("application/json")
                .body(List.of(pages))
                .post(funnel + "/script")
                .then()
                .statusCode(200);
    }

    private JsonPath asked() {
        return new JsonPath(given().get(funnel + "/asked").asString());
    }

    private static Map<String, Object> input(String key, String id) {
        return new HashMap<>(Map.of("key", key, "id", id, "name", "Dropped", "step", 1, "funnel", funnel(Map.of())));
    }

    private static Map<String, Object> funnel(Map<String, ?> other) {
        Map<String, Object> funnel = new HashMap<>(Map.of(
                "steps",
                List.of(Map.of("event", "Product Viewed"), Map.of("event", "Order Completed")),
                "window",
                "P7D",
                "from",
                "2026-01-01T00:00:00Z",
                "to",
                "2026-02-01T00:00:00Z"));
        funnel.putAll(other);
        return funnel;
    }
}
