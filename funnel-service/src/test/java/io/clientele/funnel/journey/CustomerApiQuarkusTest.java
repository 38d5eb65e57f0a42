package io.clientele.funnel.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.funnel.question.SentEvents.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class CustomerApiQuarkusTest {

    private static final String JOURNEY = """
            query($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $order: JourneyOrder) {
              customer(id: $id) {
                id
                journey(first: $first, after: $after, last: $last, before: $before, order: $order) {
                  totalCount
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  edges { cursor node { id time event } }
                }
              }
            }
            """;
    private static final String ENTITIES = """
            query($ids: [_Any!]!) {
              _entities(representations: $ids) {
                ... on Customer { id journey(first: 1) { totalCount edges { node { id } } } }
              }
            }
            """;

    /** The customer of the tokens of tests is called {@code tester}. */
    @BeforeEach
    void sendJourneys() {
        Map<String, Object> visit = SentEvents.message("page", "journey-a", "unused", "2014-05-01T00:00:00Z");
        visit.remove("userId");
        visit.put("anonymousId", "journey-visitor");
        visit.put("name", "Home");
        SentEvents.send(List.of(
                track("journey-1", "walker", "Product Viewed", "2014-05-01T00:00:00Z", Map.of()),
                // Four of one instant: their order is that of the message ids.
                track("journey-2b", "walker", "Product Added", "2014-05-02T00:00:00Z", Map.of()),
                track("journey-2d", "walker", "Product Added", "2014-05-02T00:00:00Z", Map.of()),
                track("journey-2a", "walker", "Product Added", "2014-05-02T00:00:00Z", Map.of()),
                track("journey-2c", "walker", "Product Added", "2014-05-02T00:00:00Z", Map.of()),
                order(),
                track("journey-4", "walker, the other", "Product Viewed", "2014-05-01T00:00:00Z", Map.of()),
                track("journey-5", "tester", "Product Viewed", "2014-05-01T00:00:00Z", Map.of()),
                visit));
    }

    private static Map<String, Object> order() {
        Map<String, Object> order = track(
                "journey-3",
                "walker",
                "Order Completed",
                "2014-05-03T00:00:00Z",
                Map.of(
                        "order_id", "o1",
                        "revenue", 12.5,
                        "currency", "EUR",
                        "payment_method", "card",
                        "channel", "app",
                        "gift", true,
                        "products", List.of(Map.of("product_id", "p1", "price", 6.25, "quantity", 2))));
        order.put("context", Map.of("device", Map.of("type", "ios"), "location", Map.of("city", "Lyon")));
        return order;
    }

    @Test
    void tellsNewestFirst() {
        assertThat(ids(Map.of("id", "walker")))
                .containsExactly("journey-3", "journey-2d", "journey-2c", "journey-2b", "journey-2a", "journey-1");
    }

    @Test
    void tellsOldestFirst() {
        assertThat(ids(Map.of("id", "walker", "order", "OLDEST_FIRST")))
                .containsExactly("journey-1", "journey-2a", "journey-2b", "journey-2c", "journey-2d", "journey-3");
    }

    @Test
    void goesForwardPageByPageThroughEventsOfOneInstant() {
        List<List<String>> pages = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("id", "walker", "first", 2));
        JsonPath page;
        do {
            page = ask(variables);
            assertThat(page.getInt("data.customer.journey.totalCount")).isEqualTo(6);
            assertThat(page.getBoolean("data.customer.journey.pageInfo.hasPreviousPage"))
                    .isEqualTo(!pages.isEmpty());
            pages.add(page.getList("data.customer.journey.edges.node.id"));
            variables.put("after", page.getString("data.customer.journey.pageInfo.endCursor"));
        } while (page.getBoolean("data.customer.journey.pageInfo.hasNextPage"));
        assertThat(pages)
                .containsExactly(
                        List.of("journey-3", "journey-2d"),
                        List.of("journey-2c", "journey-2b"),
                        List.of("journey-2a", "journey-1"));
    }

    @Test
    void goesBackwardFromTheEnd() {
        JsonPath last = ask(Map.of("id", "walker", "last", 2));
        assertThat(last.getList("data.customer.journey.edges.node.id")).isEqualTo(List.of("journey-2a", "journey-1"));
        assertThat(last.getBoolean("data.customer.journey.pageInfo.hasPreviousPage"))
                .isTrue();
        assertThat(last.getBoolean("data.customer.journey.pageInfo.hasNextPage"))
                .isFalse();
        String before = last.getString("data.customer.journey.pageInfo.startCursor");
        JsonPath previous = ask(Map.of("id", "walker", "last", 4, "before", before));
        assertThat(previous.getList("data.customer.journey.edges.node.id"))
                .isEqualTo(List.of("journey-3", "journey-2d", "journey-2c", "journey-2b"));
        assertThat(previous.getBoolean("data.customer.journey.pageInfo.hasPreviousPage"))
                .isFalse();
        assertThat(previous.getBoolean("data.customer.journey.pageInfo.hasNextPage"))
                .isTrue();
    }

    @Test
    void tellsWhatAnEventSays() {
        Graphql.ask("""
                        { customer(id: "walker") { journey(first: 1) { edges { node {
                            id time type event source channel failureReason properties
                            device { type } place { city } page { path }
                            products { id quantity price { amount currency } }
                            order { id paymentMethod revenue { amount currency } }
                        } } } } }
                        """, Map.of())
                .body("errors", nullValue())
                .rootPath("data.customer.journey.edges[0].node")
                .body("id", equalTo("journey-3"))
                .body("time", equalTo("2014-05-03T00:00:00Z"))
                .body("type", equalTo("track"))
                .body("event", equalTo("Order Completed"))
                .body("source", equalTo(TestShop.SOURCE))
                .body("channel", equalTo("app"))
                .body("failureReason", nullValue())
                .body("properties", equalTo("{\"gift\":true}"))
                .body("device.type", equalTo("ios"))
                .body("place.city", equalTo("Lyon"))
                .body("page.path", nullValue())
                .body("products.id", contains("p1"))
                .body("products[0].quantity", equalTo(2))
                .body("products[0].price.amount", equalTo(6.25f))
                .body("order.id", equalTo("o1"))
                .body("order.paymentMethod", equalTo("card"))
                .body("order.revenue.amount", equalTo(12.5f))
                .body("order.revenue.currency", equalTo("EUR"));
    }

    @Test
    void findsCustomerWhoseIdHasComma() {
        assertThat(ids(Map.of("id", "walker, the other"))).containsExactly("journey-4");
    }

    @Test
    void findsAnonymousVisitor() {
        assertThat(ids(Map.of("id", "anon:journey-visitor"))).containsExactly("journey-a");
    }

    @Test
    void answersNullForUnknownCustomer() {
        for (String id : List.of("nobody", "", "anon:", "x".repeat(5_000))) {
            Graphql.ask(JOURNEY, Map.of("id", id)).body("errors", nullValue()).body("data.customer", nullValue());
        }
    }

    @Test
    void answersSeveralJourneysOfOneQuery() {
        Graphql.ask("""
                        { a: customer(id: "walker") { journey(first: 1) { totalCount } }
                          b: customer(id: "tester") { x: journey { totalCount } y: journey(first: 1) { totalCount } } }
                        """, Map.of())
                .body("errors", nullValue())
                .body("data.a.journey.totalCount", equalTo(6))
                .body("data.b.x.totalCount", equalTo(1))
                .body("data.b.y.totalCount", equalTo(1));
    }

    @Test
    void resolvesEntitiesInOrderWithNullForMissing() {
        Graphql.ask(ENTITIES, Map.of("ids", representations("tester", "nobody", "walker", "tester")))
                .body("errors", nullValue())
                .body("data._entities.collect { it?.id }", contains("tester", null, "walker", "tester"))
                .body("data._entities[1]", nullValue())
                .body("data._entities[2].journey.totalCount", equalTo(6))
                .body("data._entities[2].journey.edges.node.id", contains("journey-3"));
    }

    @Test
    void refusesBrokenCursorsAndPages() {
        assertRefused(Map.of("id", "walker", "after", "broken"), "INVALID_CURSOR", "after");
        assertRefused(Map.of("id", "walker", "before", "broken"), "INVALID_CURSOR", "before");
        assertRefused(Map.of("id", "walker", "first", 0), "INVALID_PAGE", "first");
        assertRefused(Map.of("id", "walker", "first", 1_001), "INVALID_PAGE", "first");
        assertRefused(Map.of("id", "walker", "first", 1, "last", 1), "INVALID_PAGE", "first");
    }

    @Test
    void refusesCursorOfTheOtherOrder() {
        String cursor = ask(Map.of("id", "walker", "first", 1)).getString("data.customer.journey.pageInfo.endCursor");
        assertRefused(Map.of("id", "walker", "after", cursor, "order", "OLDEST_FIRST"), "INVALID_CURSOR", "after");
    }

    @Test
    void showsShopperItselfAndNobodyElse() {
        Graphql.askAs("shopper", JOURNEY, Map.of("id", "tester"))
                .body("errors", nullValue())
                .body("data.customer.journey.totalCount", equalTo(1));
        for (String id : List.of("walker", "nobody")) {
            Graphql.askAs("shopper", JOURNEY, Map.of("id", id))
                    .body("errors.extensions.code", contains("FORBIDDEN"))
                    .body("data.customer", nullValue());
        }
    }

    @Test
    void showsShopperItselfAsEntityByTheGatewayOnly() {
        Graphql.askThroughGateway("shopper", ENTITIES, Map.of("ids", representations("tester")))
                .body("errors", nullValue())
                .body("data._entities.id", contains("tester"));
        Graphql.askAs("shopper", ENTITIES, Map.of("ids", representations("tester")))
                .body("errors.extensions.code", contains("FORBIDDEN"));
    }

    @Test
    void forbidsShopperBatchWithSomeoneElse() {
        Graphql.askThroughGateway("shopper", ENTITIES, Map.of("ids", representations("tester", "walker")))
                .body("errors.extensions.code", contains("FORBIDDEN"));
    }

    @Test
    void forbidsTokenWithoutRole() {
        Graphql.askAs("guest", JOURNEY, Map.of("id", "tester")).body("errors.extensions.code", contains("FORBIDDEN"));
        Graphql.askAs("guest", ENTITIES, Map.of("ids", representations("tester")))
                .body("errors.extensions.code", contains("FORBIDDEN"));
    }

    private static List<String> ids(Map<String, ?> variables) {
        return ask(variables).getList("data.customer.journey.edges.node.id");
    }

    private static JsonPath ask(Map<String, ?> variables) {
        return Graphql.ask(JOURNEY, variables)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    private static List<Map<String, String>> representations(String... ids) {
        return Arrays.stream(ids)
                .map(id -> Map.of("__typename", "Customer", "id", id))
                .toList();
    }

    private static void assertRefused(Map<String, ?> variables, String code, String field) {
        Graphql.ask(JOURNEY, variables)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.field", equalTo(field));
    }
}
