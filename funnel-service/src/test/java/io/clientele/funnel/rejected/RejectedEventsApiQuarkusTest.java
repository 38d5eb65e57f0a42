package io.clientele.funnel.rejected;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RejectedEventsApiQuarkusTest {

    private static final String REJECTED = """
            query($first: Int, $after: String, $code: String, $from: DateTime, $to: DateTime) {
              rejectedEvents(first: $first, after: $after, code: $code, from: $from, to: $to) {
                totalCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                edges { cursor node { receivedAt source code field reason messageId raw } }
              }
            }
            """;

    private final Instant start = Instant.now();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void sendThreeItemsThatAreNoEvents() {
        Map<String, Object> nameless = SentEvents.message("track", id, "u", "2014-01-01T00:00:00Z");
        Map<String, Object> typeless = SentEvents.message("nonsense", id, "u", "2014-01-01T00:00:00Z");
        Map<String, Object> nobodys = SentEvents.message("page", id, "u", "2014-01-01T00:00:00Z");
        nobodys.remove("userId");
        SentEvents.post(List.of(nameless, typeless, nobodys)).statusCode(200);
        SentEvents.refresh("rejected-events");
    }

    @Test
    void tellsWhyEachWasRefused() {
        Graphql.ask(REJECTED, Map.of("from", start.toString(), "code", "INVALID_VALUE"))
                .body("errors", nullValue())
                .body("data.rejectedEvents.totalCount", equalTo(1))
                .body("data.rejectedEvents.edges[0].node.source", equalTo(TestShop.SOURCE))
                .body("data.rejectedEvents.edges[0].node.code", equalTo("INVALID_VALUE"))
                .body("data.rejectedEvents.edges[0].node.field", equalTo("type"))
                .body("data.rejectedEvents.edges[0].node.messageId", equalTo(id))
                .body("data.rejectedEvents.edges[0].node.raw", containsString("nonsense"));
    }

    @Test
    void goesThroughAllPageByPageThoughAllCameAtOnce() {
        Map<String, Object> variables = new HashMap<>(Map.of("from", start.toString(), "first", 2));
        var first = Graphql.ask(REJECTED, variables)
                .body("data.rejectedEvents.totalCount", equalTo(3))
                .body("data.rejectedEvents.pageInfo.hasNextPage", equalTo(true))
                .body("data.rejectedEvents.pageInfo.hasPreviousPage", equalTo(false))
                .extract()
                .jsonPath();
        variables.put("after", first.getString("data.rejectedEvents.pageInfo.endCursor"));
        var second = Graphql.ask(REJECTED, variables)
                .body("data.rejectedEvents.totalCount", equalTo(3))
                .body("data.rejectedEvents.edges.size()", equalTo(1))
                .body("data.rejectedEvents.pageInfo.hasNextPage", equalTo(false))
                .body("data.rejectedEvents.pageInfo.hasPreviousPage", equalTo(true))
                .extract()
                .jsonPath();
        List<String> reasons = first.getList("data.rejectedEvents.edges.node.field");
        reasons.addAll(second.getList("data.rejectedEvents.edges.node.field"));
        assertThat(reasons).containsExactlyInAnyOrder("event", "type", "customer_id");
    }

    @Test
    void tellsOnlyThoseOfTheRange() {
        Graphql.ask(
                        REJECTED,
                        Map.of(
                                "to",
                                start.toString(),
                                "from",
                                start.minusNanos(1_000_000).toString()))
                .body("data.rejectedEvents.totalCount", equalTo(0))
                .body("data.rejectedEvents.pageInfo.endCursor", nullValue());
    }

    @Test
    void refusesBrokenCursorPageAndRange() {
        assertRefused(Map.of("after", "broken"), "INVALID_CURSOR", "after");
        assertRefused(Map.of("first", 0), "INVALID_PAGE", "first");
        assertRefused(Map.of("first", 1_001), "INVALID_PAGE", "first");
        assertRefused(Map.of("from", start.toString(), "to", start.toString()), "INVALID_RANGE", "to");
    }

    @Test
    void isNotForMarketersAndShoppers() {
        for (String role : List.of("marketer", "shopper")) {
            Graphql.askAs(role, REJECTED, Map.of())
                    .body("errors.extensions.code", contains("FORBIDDEN"))
                    .body("data.rejectedEvents", nullValue());
        }
        Graphql.askAs("admin", REJECTED, Map.of()).body("errors", nullValue());
    }

    private static void assertRefused(Map<String, Object> variables, String code, String field) {
        Graphql.ask(REJECTED, variables)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }
}
