package io.clientele.funnel.funnel;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.clientele.funnel.question.SentEvents.track;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FunnelApiQuarkusTest {

    private static final String FUNNEL = """
            query($in: FunnelInput!) {
              funnel(input: $in) { steps { name count conversionFromStart conversionFromPrevious } }
            }
            """;
    private static final String BREAKDOWN = """
            query($in: FunnelInput!) {
              funnel(input: $in) {
                steps { count }
                breakdown { value steps { count } }
                breakdownTruncated
              }
            }
            """;
    private static final String VIEWED = "Product Viewed";
    private static final String ADDED = "Product Added";
    private static final String ORDERED = "Order Completed";

    /** All in October 2011, which no other test uses, but for one event of {@code returner} in the month before. */
    @BeforeEach
    void sendShopOfSixCustomers() {
        Map<String, String> app = Map.of("channel", "app", "session_id", "s1");
        Map<String, String> pc = Map.of("channel", "pc", "session_id", "s1");
        Map<String, String> later = Map.of("channel", "app", "session_id", "s2");
        SentEvents.send(List.of(
                track("funnel-1", "buyer", VIEWED, "2011-10-01T00:00:00Z", app),
                track("funnel-2", "buyer", ADDED, "2011-10-02T00:00:00Z", app),
                track("funnel-3", "buyer", ORDERED, "2011-10-08T00:00:00Z", later),
                track("funnel-4", "slow buyer", VIEWED, "2011-10-01T00:00:00Z", pc),
                track("funnel-5", "slow buyer", ADDED, "2011-10-02T00:00:00Z", pc),
                track("funnel-6", "slow buyer", ORDERED, "2011-10-08T00:00:00.001Z", pc),
                track("funnel-7", "viewer", VIEWED, "2011-10-31T23:59:59.999Z", pc),
                track("funnel-8", "viewer", ADDED, "2011-11-01T00:00:00Z", pc),
                track("funnel-9", "backward", ADDED, "2011-10-05T00:00:00Z", Map.of()),
                track("funnel-10", "backward", VIEWED, "2011-10-06T00:00:00Z", Map.of()),
                track("funnel-11", "returner", VIEWED, "2011-09-20T00:00:00Z", app),
                track("funnel-12", "returner", VIEWED, "2011-10-10T00:00:00Z", app),
                track("funnel-13", "returner", ADDED, "2011-10-11T00:00:00Z", app)));
    }

    @Test
    void countsCustomersWhoTookStepsInOrderWithinWindow() {
        Graphql.ask(FUNNEL, Map.of("in", input(VIEWED, ADDED, ORDERED)))
                .body("errors", nullValue())
                .body("data.funnel.steps.name", contains(VIEWED, ADDED, ORDERED))
                .body("data.funnel.steps.count", contains(5, 3, 1))
                .body("data.funnel.steps.conversionFromStart", contains(1.0f, 0.6f, 0.2f))
                .body("data.funnel.steps[2].conversionFromPrevious", equalTo(1 / 3f));
    }

    @Test
    void countsSessionsApart() {
        Map<String, Object> input = input(VIEWED, ADDED, ORDERED);
        input.put("entity", "SESSION");
        input.put("window", "P30D");
        Graphql.ask(FUNNEL, Map.of("in", input)).body("data.funnel.steps.count", contains(4, 3, 1));
    }

    @Test
    void looksForTheFirstEverBeforeTheRange() {
        Map<String, Object> input = input(VIEWED, ADDED);
        input.put("anchor", "FIRST_EVER");
        Graphql.ask(FUNNEL, Map.of("in", input)).body("data.funnel.steps.count", contains(4, 2));
    }

    @Test
    void countsRepeatedEventOnceForEachStepIfStrict() {
        Map<String, Object> input = input(VIEWED, VIEWED);
        input.put("from", "2011-09-01T00:00:00Z");
        input.put("window", "P4W");
        input.put("strictIncrease", true);
        Graphql.ask(FUNNEL, Map.of("in", input)).body("data.funnel.steps.count", contains(5, 1));
    }

    @Test
    void namesStepsAsAsked() {
        Map<String, Object> input = input();
        input.put("steps", List.of(Map.of("event", VIEWED, "name", "saw it")));
        Graphql.ask(FUNNEL, Map.of("in", input)).body("data.funnel.steps.name", contains("saw it"));
    }

    @Test
    void tellsNoShareOfNobody() {
        Graphql.ask(FUNNEL, Map.of("in", input("Never Happened", ORDERED)))
                .body("data.funnel.steps.count", contains(0, 0))
                .body("data.funnel.steps.conversionFromStart", everyItem(nullValue()))
                .body("data.funnel.steps.conversionFromPrevious", everyItem(nullValue()));
    }

    @Test
    void breaksDownByValueWithEventsThatHaveNone() {
        Map<String, Object> input = input(VIEWED, ADDED);
        input.put("breakdown", Map.of("field", "channel"));
        Graphql.ask(BREAKDOWN, Map.of("in", input))
                .body("data.funnel.steps.count", contains(5, 3))
                .body("data.funnel.breakdown.value", contains("app", "pc", null))
                .body("data.funnel.breakdown[0].steps.count", contains(2, 2))
                .body("data.funnel.breakdown[1].steps.count", contains(2, 1))
                .body("data.funnel.breakdown[2].steps.count", contains(1, 0))
                .body("data.funnel.breakdownTruncated", equalTo(false));
    }

    @Test
    void saysThatThereAreMoreValues() {
        Map<String, Object> input = input(VIEWED, ADDED);
        input.put("breakdown", Map.of("field", "channel", "limit", 1));
        Graphql.ask(BREAKDOWN, Map.of("in", input))
                .body("data.funnel.breakdown.size()", equalTo(2))
                .body("data.funnel.breakdownTruncated", equalTo(true));
    }

    @Test
    void answersTwoFunnelsOfOneQuery() {
        Graphql.ask("""
                        query($a: FunnelInput!, $b: FunnelInput!) {
                          a: funnel(input: $a) { steps { count } breakdown { value } }
                          b: funnel(input: $b) { steps { count } }
                        }
                        """, Map.of("a", input(VIEWED), "b", input(ADDED, ORDERED)))
                .body("errors", nullValue())
                .body("data.a.steps.count", contains(5))
                .body("data.a.breakdown", nullValue())
                .body("data.b.steps.count", contains(4, 2));
    }

    @Test
    void answersOneFieldWhereAnotherIsRefused() {
        Graphql.ask("""
                        query($a: FunnelInput!, $b: FunnelInput!) {
                          a: funnel(input: $a) { steps { count } }
                          b: funnel(input: $b) { steps { count } }
                        }
                        """, Map.of("a", input(VIEWED), "b", input()))
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("NO_STEPS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 days", "P1M", "P0D", ""})
    void refusesWindow(String window) {
        Map<String, Object> input = input(VIEWED);
        input.put("window", window);
        assertRefused(input, "INVALID_WINDOW", "input.window");
    }

    @Test
    void refusesRangeThatEndsWhereItBegins() {
        Map<String, Object> input = input(VIEWED);
        input.put("to", input.get("from"));
        assertRefused(input, "INVALID_RANGE", "input.to");
    }

    @Test
    void refusesNoStepsAndMoreThanThirtyTwo() {
        assertRefused(input(), "NO_STEPS", "input.steps");
        assertRefused(input(Collections.nCopies(33, VIEWED).toArray(String[]::new)), "TOO_MANY_STEPS", "input.steps");
    }

    @Test
    void takesThirtyTwoSteps() {
        Graphql.ask(FUNNEL, Map.of("in", input(Collections.nCopies(32, VIEWED).toArray(String[]::new))))
                .body("errors", nullValue())
                .body("data.funnel.steps.size()", equalTo(32));
    }

    @Test
    void countsOnlyEventsThatFulfilStepsCondition() {
        Map<String, Object> onPhone = Map.of(
                "or",
                List.of(
                        Map.of("property", Map.of("field", "channel", "operator", "ANY_OF", "values", List.of("app"))),
                        Map.of("not", Map.of("property", Map.of("field", "channel", "operator", "EXISTS")))));
        Map<String, Object> input = input();
        input.put("steps", List.of(Map.of("event", VIEWED, "where", onPhone), Map.of("event", ADDED)));
        Graphql.ask(FUNNEL, Map.of("in", input))
                .body("errors", nullValue())
                .body("data.funnel.steps.count", contains(3, 2));
    }

    @Test
    void refusesConditions() {
        Map<String, Object> input = input();
        Map<String, Object> bought = Map.of("behaviour", Map.of("event", ORDERED));
        input.put("steps", List.of(Map.of("event", VIEWED), Map.of("event", ADDED, "where", bought)));
        assertRefused(input, "WRONG_SCOPE", "input.steps[1].where");
        input.put("steps", List.of(Map.of("event", VIEWED, "where", Map.of())));
        assertRefused(input, "INVALID_CONDITION", "input.steps[0].where");
    }

    @Test
    void refusesStepWithoutEvent() {
        assertRefused(input(VIEWED, ""), "INVALID_STEP", "input.steps[1].event");
    }

    @Test
    void refusesBreakdown() {
        Map<String, Object> input = input(VIEWED);
        input.put("breakdown", Map.of("field", "nonsense"));
        assertRefused(input, "UNKNOWN_FIELD", "input.breakdown.field");
        input.put("breakdown", Map.of("field", "channel", "limit", 0));
        assertRefused(input, "INVALID_LIMIT", "input.breakdown.limit");
    }

    @Test
    void refusesInputOutsideTheSchema() {
        Map<String, Object> input = input(VIEWED);
        input.put("entity", "HOUSEHOLD");
        Graphql.ask(FUNNEL, Map.of("in", input)).body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
        input.remove("entity");
        input.put("from", "yesterday");
        Graphql.ask(FUNNEL, Map.of("in", input)).body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
    }

    @Test
    void wantsTokenWithRole() {
        Graphql.askAsNobody("{ __typename }").statusCode(401).body("error.code", equalTo("UNAUTHENTICATED"));
        Graphql.askAs("shopper", FUNNEL, Map.of("in", input(VIEWED)))
                .body("data.funnel", nullValue())
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "marketer", "admin"})
    void answersThoseWhoAnalyse(String role) {
        Graphql.askAs(role, FUNNEL, Map.of("in", input(VIEWED))).body("errors", nullValue());
    }

    private static void assertRefused(Map<String, Object> input, String code, String field) {
        ValidatableResponse refused = Graphql.ask(FUNNEL, Map.of("in", input));
        refused.body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field))
                .body("errors[0].path", contains("funnel"));
    }

    private static Map<String, Object> input(String... events) {
        Map<String, Object> input = new HashMap<>();
        input.put(
                "steps",
                List.of(events).stream().map(event -> Map.of("event", event)).toList());
        input.put("window", "P7D");
        input.put("from", "2011-10-01T00:00:00Z");
        input.put("to", "2011-11-01T00:00:00Z");
        return input;
    }
}
