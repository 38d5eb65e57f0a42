package io.clientele.profile.segment;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class SegmentDefinitionsQuarkusTest {

    private static final Map<String, ?> GOLD =
            Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("gold")));
    private static final Map<String, ?> BUYERS =
            Map.of("behaviour", Map.of("event", "Order Placed", "atLeast", 2, "withinDays", 7));

    @Inject
    TestCustomers customers;

    @BeforeEach
    void empty() {
        Members.awaitEmpty(customers);
    }

    @Test
    void makesAChangeOncePerKey() {
        String key = Ask.key();
        Ask.defineSegment(Ask.segment(key, "gold", GOLD)).body("data.defineSegment.version", equalTo(1));
        Ask.defineSegment(Ask.segment(key, "gold", GOLD))
                .body("data.defineSegment.version", equalTo(1))
                .body("data.defineSegment.changedBy", equalTo("tester"));
        Ask.defineSegmentRefused("KEY_REUSED", "input.key", Ask.segment(key, "gold", BUYERS));
        Ask.defineSegment(Ask.segment(Ask.key(), "gold", BUYERS)).body("data.defineSegment.version", equalTo(2));
        assertThat(customers.number("SELECT count(*) FROM segment_version")).isEqualTo(2);

        long definitions = customers.number("SELECT version FROM definitions_version");
        Ask.defineSegment(Ask.segment(Ask.key(), "gold", BUYERS)).body("data.defineSegment.version", equalTo(2));
        assertThat(customers.number("SELECT version FROM definitions_version")).isEqualTo(definitions);
    }

    @Test
    void refusesWhatIsNoDefinition() {
        Ask.defineSegment("a", GOLD);
        Ask.defineSegment("b", Map.of("segment", "a"));
        Ask.defineSegmentRefused(
                "SEGMENT_CYCLE", "input.condition", Ask.segment(Ask.key(), "a", Map.of("segment", "b")));
        Ask.defineSegmentRefused(
                "SEGMENT_CYCLE", "input.condition", Ask.segment(Ask.key(), "c", Map.of("segment", "c")));
        Ask.defineSegmentRefused(
                "UNKNOWN_SEGMENT", "input.condition", Ask.segment(Ask.key(), "c", Map.of("segment", "nothing")));
        Ask.defineSegmentRefused(
                "UNKNOWN_FIELD",
                "input.condition",
                Ask.segment(Ask.key(), "c", Map.of("customer", Map.of("field", "shoe_size", "operator", "EXISTS"))));
        Ask.defineSegmentRefused("INVALID_CONDITION", "input.condition", Ask.segment(Ask.key(), "c", Map.of()));
        Ask.defineSegmentRefused("INVALID_VALUE", "input.id", Ask.segment(Ask.key(), "No Id", GOLD));
        Ask.defineSegmentRefused("INVALID_VALUE", "input.key", Ask.segment(" ", "c", GOLD));
        Ask.defineSegmentRefused(
                "INVALID_CONDITION",
                "input.condition",
                Map.of("key", Ask.key(), "id", "c", "name", "C", "kind", "MANUAL", "condition", GOLD));
        Ask.defineSegmentRefused(
                "SEGMENT_KIND_CHANGED",
                "input.kind",
                Map.of("key", Ask.key(), "id", "a", "name", "A", "kind", "MANUAL"));
        assertThat(customers.number("SELECT count(*) FROM segment")).isEqualTo(2);
    }

    @Test
    void resolvesEntitiesInTheirOrder() {
        Ask.defineSegment("a", GOLD);
        Ask.defineSegment("b", GOLD);
        Ask.good(
                        """
                        query($representations: [_Any!]!) {
                          _entities(representations: $representations) { ... on Segment { id name } } }""",
                        Map.of(
                                "representations",
                                List.of(
                                        Map.of("__typename", "Segment", "id", "b"),
                                        Map.of("__typename", "Segment", "id", "nothing"),
                                        Map.of("__typename", "Segment", "id", "a"))))
                .body("data._entities", hasSize(3))
                .body("data._entities[0].name", equalTo("Segment b"))
                .body("data._entities[1]", nullValue())
                .body("data._entities[2].id", equalTo("a"));
        Ask.good(
                        "{ x: segment(id: \"a\") { id } y: segment(id: \"b\") { id } segments { id members { totalCount } } }",
                        Map.of())
                .body("data.x.id", equalTo("a"))
                .body("data.y.id", equalTo("b"))
                .body("data.segments", hasSize(2));
    }

    @Test
    void letsOnlyMarketersDefine() {
        Ask.as(
                        "analyst",
                        "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                        Map.of("input", Ask.segment(Ask.key(), "a", GOLD)))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("shopper", "{ segments { id } }", Map.of()).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }
}
