package io.clientele.funnel.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.funnel.question.SentEvents.track;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class TrafficApiQuarkusTest {

    private static final String TRAFFIC = """
            query($in: TrafficInput!) {
              traffic(input: $in) {
                zone
                buckets { start visits { pageViews visitors sessions dwellMs averageDwellMs } }
                total { pageViews visitors sessions dwellMs averageDwellMs }
              }
            }
            """;

    /** All in 2013, which no other test uses: two days of Shanghai, the second one without a visit, and a third. */
    @BeforeEach
    void sendVisits() {
        SentEvents.send(List.of(
                page("page", "traffic-1", "eva", "2013-03-01T15:59:59Z", "s1", 1_000),
                page("screen", "traffic-2", "eva", "2013-03-01T10:00:00Z", "s1", 3_000),
                track("traffic-3", "fay", "Product Viewed", "2013-03-01T12:00:00Z", Map.of("session_id", "s1")),
                // A sign of life, but no page view.
                track("traffic-4", "gus", "Order Refunded", "2013-03-01T12:00:00Z", Map.of()),
                page("page", "traffic-5", "eva", "2013-03-02T16:00:00Z", "s2", 500)));
    }

    @Test
    void tellsEachDayOfTheZoneAndDaysWithoutVisit() {
        Graphql.ask(TRAFFIC, Map.of("in", input("DAY", "Asia/Shanghai")))
                .body("errors", nullValue())
                .body("data.traffic.zone", equalTo("Asia/Shanghai"))
                .body(
                        "data.traffic.buckets.start",
                        contains("2013-02-28T16:00:00Z", "2013-03-01T16:00:00Z", "2013-03-02T16:00:00Z"))
                .body("data.traffic.buckets.visits.pageViews", contains(3, 0, 1))
                .body("data.traffic.buckets.visits.visitors", contains(2, 0, 1))
                .body("data.traffic.buckets.visits.sessions", contains(2, 0, 1))
                .body("data.traffic.buckets.visits.dwellMs", contains(4_000, 0, 500))
                .body("data.traffic.buckets.visits.averageDwellMs", contains(2_000f, null, 500f));
    }

    @Test
    void countsVisitorOfTwoDaysOnceInTotal() {
        Graphql.ask(TRAFFIC, Map.of("in", input("DAY", "Asia/Shanghai")))
                .body("data.traffic.total.pageViews", equalTo(4))
                .body("data.traffic.total.visitors", equalTo(2))
                .body("data.traffic.total.sessions", equalTo(3))
                .body("data.traffic.total.dwellMs", equalTo(4_500))
                .body("data.traffic.total.averageDwellMs", equalTo(1_500f));
    }

    @Test
    void followsUtcWhereTheShopNamesNoZone() {
        Graphql.ask(TRAFFIC, Map.of("in", input("MONTH", null)))
                .body("data.traffic.zone", equalTo("UTC"))
                .body("data.traffic.buckets.start", contains("2013-02-01T00:00:00Z", "2013-03-01T00:00:00Z"))
                .body("data.traffic.buckets.visits.pageViews", contains(0, 4));
    }

    @Test
    void beginsWeeksOnMonday() {
        Graphql.ask(TRAFFIC, Map.of("in", input("WEEK", "UTC")))
                .body("data.traffic.buckets.start", contains("2013-02-25T00:00:00Z"));
    }

    @Test
    void refusesZoneThatThereIsNot() {
        assertRefused(input("DAY", "Mars/Olympus"), "INVALID_ZONE", "input.zone");
    }

    @Test
    void refusesMoreThanThousandBuckets() {
        Map<String, Object> input = input("HOUR", null);
        input.put("to", "2014-03-01T00:00:00Z");
        assertRefused(input, "TOO_MANY_BUCKETS", "input.interval");
    }

    @Test
    void tellsThousandHours() {
        Map<String, Object> input = input("HOUR", null);
        input.put("from", "2013-02-01T00:00:00Z");
        input.put("to", "2013-03-14T16:00:00Z");
        Graphql.ask(TRAFFIC, Map.of("in", input))
                .body("errors", nullValue())
                .body("data.traffic.buckets.size()", equalTo(1_000));
    }

    @Test
    void refusesTurnedRange() {
        Map<String, Object> input = input("HOUR", null);
        input.put("to", "2013-01-01T00:00:00Z");
        assertRefused(input, "INVALID_RANGE", "input.to");
    }

    @Test
    void forbidsShopper() {
        Graphql.askAs("shopper", TRAFFIC, Map.of("in", input("DAY", null)))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    private static void assertRefused(Map<String, Object> input, String code, String field) {
        Graphql.ask(TRAFFIC, Map.of("in", input))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }

    private static Map<String, Object> input(String interval, @Nullable String zone) {
        Map<String, Object> input = new HashMap<>();
        input.put("from", "2013-02-28T16:00:00Z");
        input.put("to", "2013-03-03T16:00:00Z");
        input.put("interval", interval);
        if (zone != null) {
            input.put("zone", zone);
        }
        return input;
    }

    private static Map<String, Object> page(
            String call, String id, String customer, String time, String session, int dwellMs) {
        Map<String, Object> message = SentEvents.message(call, id, customer, time);
        message.put("name", "Home");
        message.put("properties", Map.of("session_id", session, "dwell_ms", dwellMs));
        return message;
    }
}
