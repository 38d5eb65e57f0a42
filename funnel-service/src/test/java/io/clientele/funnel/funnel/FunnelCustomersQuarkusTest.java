package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.internal.Internal;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.funnel.question.SentEvents.track;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FunnelCustomersQuarkusTest {

    private static final String CUSTOMERS = """
            query($in: FunnelInput!, $step: Int!, $outcome: FunnelOutcome!, $first: Int, $after: String) {
              funnelCustomers(input: $in, step: $step, outcome: $outcome, first: $first, after: $after) {
                edges { node { id journey(first: 1) { totalCount } } cursor }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                totalCount
              }
            }
            """;
    private static final String VIEWED = "Product Viewed";
    private static final String ADDED = "Product Added";
    private static final String ORDERED = "Order Completed";
    private static final int VIEWERS = 30;

    /** All in March 2007, which no other test uses. */
    @BeforeEach
    void sendShop() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            events.add(track("who-v" + i, "who-viewer-" + i, VIEWED, "2007-03-01T00:00:00Z", Map.of()));
        }
        Map<String, String> first = Map.of("session_id", "s1");
        Map<String, String> second = Map.of("session_id", "s2");
        events.addAll(List.of(
                track("who-1", "who-buyer", VIEWED, "2007-03-01T00:00:00Z", first),
                track("who-2", "who-buyer", VIEWED, "2007-03-02T00:00:00Z", second),
                track("who-3", "who-buyer", ADDED, "2007-03-02T00:01:00Z", second),
                track("who-4", "who-buyer", ORDERED, "2007-03-02T00:02:00Z", second),
                track("who-5", "who-carter", VIEWED, "2007-03-02T00:00:00Z", first),
                track("who-6", "who-carter", ADDED, "2007-03-02T00:01:00Z", first),
                track("who-7", "who-carter", VIEWED, "2007-03-03T00:01:00Z", second)));
        SentEvents.send(events);
    }

    @Test
    void tellsWhoDroppedAtAStepAndWhoConverted() {
        assertThat(all(1, "DROPPED", 1_000)).containsExactlyInAnyOrderElementsOf(viewers());
        assertThat(all(2, "DROPPED", 1_000)).containsExactly("who-carter");
        assertThat(all(3, "CONVERTED", 1_000)).containsExactly("who-buyer");
        assertThat(all(2, "CONVERTED", 1_000)).containsExactlyInAnyOrder("who-buyer", "who-carter");
        assertThat(all(1, "CONVERTED", 1_000)).hasSize(VIEWERS + 2);
    }

    @Test
    void givesTheSameCustomersPageByPage() {
        List<String> whole = all(1, "DROPPED", 1_000);
        for (int size : new int[] {1, 7, VIEWERS - 1, VIEWERS, VIEWERS + 1}) {
            assertThat(all(1, "DROPPED", size)).as("pages of " + size).isEqualTo(whole);
        }
        JsonPath page = page(input(), 1, "DROPPED", 7, null);
        assertThat(page.getInt("data.funnelCustomers.totalCount")).isEqualTo(VIEWERS);
        assertThat(page.getBoolean("data.funnelCustomers.pageInfo.hasPreviousPage"))
                .isFalse();
        assertThat(page.getInt("data.funnelCustomers.edges[0].node.journey.totalCount"))
                .isEqualTo(1);
        String third = page.getString("data.funnelCustomers.edges[2].cursor");
        assertThat(page(input(), 1, "DROPPED", 7, third).<String>getList("data.funnelCustomers.edges.node.id"))
                .isEqualTo(whole.subList(3, 10));
    }

    @Test
    void tellsTheCustomersOfSessions() {
        Map<String, Object> sessions = input();
        sessions.put("entity", "SESSION");
        assertThat(ids(page(sessions, 1, "DROPPED", 50, null)))
                .as("each had a session of a view alone")
                .containsExactlyInAnyOrder("who-buyer", "who-carter");
        assertThat(ids(page(sessions, 2, "DROPPED", 50, null))).containsExactly("who-carter");
        assertThat(ids(page(sessions, 3, "CONVERTED", 50, null))).containsExactly("who-buyer");
    }

    @Test
    void tellsNobodyOfAFunnelThatNobodyEntered() {
        Map<String, Object> input = input();
        input.put("from", "1998-01-01T00:00:00Z");
        input.put("to", "1998-02-01T00:00:00Z");
        JsonPath page = page(input, 1, "DROPPED", 50, null);
        assertThat(ids(page)).isEmpty();
        assertThat(page.getInt("data.funnelCustomers.totalCount")).isZero();
        assertThat(page.getString("data.funnelCustomers.pageInfo.endCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, CONVERTED, , 1, STEP_OUT_OF_RANGE, step",
        "4, CONVERTED, , 1, STEP_OUT_OF_RANGE, step",
        "3, DROPPED, , 1, STEP_OUT_OF_RANGE, step",
        "1, DROPPED, nonsense, 1, INVALID_CURSOR, after",
        "1, DROPPED, , 1001, INVALID_PAGE, first",
        "1, DROPPED, , 0, INVALID_PAGE, first",
    })
    void namesWhatItRefuses(int step, String outcome, @Nullable String after, int first, String code, String field) {
        refused(input(), step, outcome, after, first, code, field);
    }

    @Test
    void namesWhatItRefusesOfTheFunnel() {
        Map<String, Object> input = input();
        input.put("breakdown", Map.of("field", "channel"));
        refused(input, 1, "DROPPED", null, 1, "BREAKDOWN_NOT_LISTED", "input.breakdown");
        input = input();
        input.put("window", "P1M");
        refused(input, 1, "DROPPED", null, 1, "INVALID_WINDOW", "input.window");
        Graphql.askAs("shopper", CUSTOMERS, Map.of("in", input(), "step", 1, "outcome", "DROPPED"))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void tellsOtherServicesAllPages() {
        List<String> whole = all(1, "DROPPED", 1_000);
        for (int size : new int[] {1, 7, VIEWERS, 10_000}) {
            List<String> read = new ArrayList<>();
            Map<String, Object> request = request();
            request.put("size", size);
            do {
                JsonPath page = Internal.post("funnel/customers", request)
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(page.getInt("total")).isEqualTo(VIEWERS);
                read.addAll(page.getList("customers"));
                request.put("after", page.getString("after"));
            } while (request.get("after") != null);
            assertThat(read).as("pages of " + size).isEqualTo(whole);
        }
    }

    @Test
    void takesConditionsOfOtherServicesAsTheyAreStored() {
        Map<String, Object> request = request();
        Map<String, Object> second =
                Map.of("property", Map.of("field", "session_id", "operator", "ANY_OF", "values", List.of("s2")));
        Map<String, Object> funnel = new HashMap<>(funnel());
        funnel.put("steps", List.of(Map.of("event", VIEWED, "where", second), Map.of("event", ADDED)));
        request.put("funnel", funnel);
        assertThat(Internal.post("funnel/customers", request)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("customers"))
                .containsExactly("who-carter");
        funnel.put("steps", List.of(Map.of("event", VIEWED, "where", Map.of("like", "x"))));
        Internal.assertRefused("funnel/customers", request, "MALFORMED", "input.steps[0].where");
    }

    @ParameterizedTest
    @CsvSource({
        "step, 0, INVALID_VALUE, step",
        "step, 3, STEP_OUT_OF_RANGE, step",
        "size, 0, INVALID_VALUE, size",
        "size, 10001, INVALID_VALUE, size",
        "outcome, LOST, INVALID_VALUE, outcome",
        "outcome, , MISSING_FIELD, outcome",
        "after, x, INVALID_CURSOR, after",
        "funnel, x, INVALID_TYPE, funnel",
        "more, x, UNKNOWN_FIELD, more",
    })
    void namesWhatItRefusesOfOtherServices(String key, @Nullable String value, String code, String field) {
        Map<String, Object> request = request();
        request.put(key, value != null && value.matches("\\d+") ? Integer.valueOf(value) : value);
        Internal.assertRefused("funnel/customers", request, code, field);
    }

    @Test
    void isForServicesOnly() {
        given().contentType("application/json")
                .body(request())
                .post("/internal/v1/funnel/customers")
                .then()
                .statusCode(401);
    }

    private static void refused(
            Map<String, Object> input,
            int step,
            String outcome,
            @Nullable String after,
            int first,
            String code,
            String field) {
        Map<String, Object> variables = new HashMap<>(Map.of("in", input, "step", step, "outcome", outcome));
        variables.put("first", first);
        variables.put("after", after);
        Graphql.ask(CUSTOMERS, variables)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }

    private static List<String> all(int step, String outcome, int size) {
        List<String> all = new ArrayList<>();
        @Nullable String after = null;
        boolean more = true;
        while (more) {
            JsonPath page = page(input(), step, outcome, size, after);
            assertThat(ids(page)).hasSizeLessThanOrEqualTo(size);
            all.addAll(ids(page));
            more = page.getBoolean("data.funnelCustomers.pageInfo.hasNextPage");
            after = page.getString("data.funnelCustomers.pageInfo.endCursor");
        }
        return all;
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("data.funnelCustomers.edges.node.id");
    }

    private static JsonPath page(
            Map<String, Object> input, int step, String outcome, int first, @Nullable String after) {
        Map<String, Object> variables =
                new HashMap<>(Map.of("in", input, "step", step, "outcome", outcome, "first", first));
        variables.put("after", after);
        return Graphql.ask(CUSTOMERS, variables)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    private static List<String> viewers() {
        return IntStream.range(0, VIEWERS).mapToObj(i -> "who-viewer-" + i).toList();
    }

    private static Map<String, Object> input() {
        return new HashMap<>(Map.of(
                "steps",
                List.of(Map.of("event", VIEWED), Map.of("event", ADDED), Map.of("event", ORDERED)),
                "window",
                "P7D",
                "from",
                "2007-03-01T00:00:00Z",
                "to",
                "2007-04-01T00:00:00Z"));
    }

    private static Map<String, Object> funnel() {
        Map<String, Object> funnel = input();
        funnel.putAll(Map.of("anchor", "ANY", "strictIncrease", false, "entity", "CUSTOMER"));
        return funnel;
    }

    private static Map<String, Object> request() {
        return new HashMap<>(Map.of("funnel", funnel(), "step", 1, "outcome", "DROPPED", "size", 100));
    }
}
