package io.clientele.funnel.sales;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class SalesApiQuarkusTest {

    private static final String SALES = """
            query($in: SalesInput!) {
              sales(input: $in) {
                customers orders exact eventsWithoutOrder
                revenue { amount currency }
                averageOrderValue { amount currency }
              }
            }
            """;
    private static final String ORDERED = "Order Completed";

    /** All in 2012, which no other test uses. */
    @BeforeEach
    void sendOrders() {
        SentEvents.send(List.of(
                // One order of two lines.
                track("sales-1", "ann", ORDERED, "2012-01-01T00:00:00Z", order("o1", "10.10", "EUR")),
                track("sales-2", "ann", ORDERED, "2012-01-01T00:00:00Z", order("o1", "20.20", "EUR")),
                track("sales-3", "ann", ORDERED, "2012-01-31T23:59:59.999Z", order("o2", "0.000001", "EUR")),
                // Order ids are a customer's own: this is another order.
                track("sales-4", "bob", ORDERED, "2012-01-15T00:00:00Z", order("o1", "7", "USD")),
                track("sales-5", "cat", ORDERED, "2012-01-15T00:00:00Z", Map.of("revenue", 99, "currency", "USD")),
                track("sales-6", "cat", "Order Cancelled", "2012-01-15T00:00:00Z", order("o9", "5", "USD")),
                track("sales-7", "dan", ORDERED, "2012-02-01T00:00:00Z", order("o8", "5", "USD"))));
    }

    @Test
    void countsOrdersOfSeveralLinesOnceAndSumsEachCurrency() {
        Graphql.ask(SALES, Map.of("in", range("2012-01-01T00:00:00Z", "2012-02-01T00:00:00Z")))
                .body("errors", nullValue())
                .body("data.sales.customers", equalTo(2))
                .body("data.sales.orders", equalTo(3))
                .body("data.sales.eventsWithoutOrder", equalTo(1))
                .body("data.sales.exact", equalTo(true))
                .body("data.sales.revenue.currency", contains("EUR", "USD"))
                .body("data.sales.revenue.amount", contains(30.300001f, 7))
                .body("data.sales.averageOrderValue.amount", contains(15.150001f, 7));
    }

    @Test
    void tellsOnlyOrdersThatFulfilTheFilter() {
        Map<String, Object> input = new HashMap<>(range("2012-01-01T00:00:00Z", "2012-02-01T00:00:00Z"));
        Map<String, Object> large = Map.of("field", "order.revenue", "operator", "AT_LEAST", "values", List.of("10.1"));
        input.put(
                "filter",
                Map.of(
                        "and",
                        List.of(
                                Map.of("property", large),
                                Map.of(
                                        "property",
                                        Map.of("field", "currency", "operator", "ANY_OF", "values", List.of("EUR"))))));
        Graphql.ask(SALES, Map.of("in", input))
                .body("errors", nullValue())
                .body("data.sales.customers", equalTo(1))
                .body("data.sales.orders", equalTo(1))
                .body("data.sales.revenue.amount", contains(30.3f));
        input.put("filter", Map.of("property", Map.of("field", "nonsense", "operator", "EXISTS")));
        Graphql.ask(SALES, Map.of("in", input))
                .body("errors[0].extensions.code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].extensions.field", equalTo("input.filter"));
    }

    @Test
    void tellsNothingSold() {
        Graphql.ask(SALES, Map.of("in", range("2012-06-01T00:00:00Z", "2012-07-01T00:00:00Z")))
                .body("data.sales.customers", equalTo(0))
                .body("data.sales.orders", equalTo(0))
                .body("data.sales.revenue", empty())
                .body("data.sales.averageOrderValue", empty())
                .body("data.sales.exact", equalTo(true));
    }

    @Test
    void refusesTurnedRange() {
        Graphql.ask(SALES, Map.of("in", range("2012-02-01T00:00:00Z", "2012-01-01T00:00:00Z")))
                .body("errors[0].extensions.code", equalTo("INVALID_RANGE"))
                .body("errors[0].extensions.field", equalTo("input.to"));
    }

    @Test
    void forbidsShopper() {
        Graphql.askAs("shopper", SALES, Map.of("in", range("2012-01-01T00:00:00Z", "2012-02-01T00:00:00Z")))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    private static Map<String, Object> range(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    private static Map<String, Object> order(String id, String revenue, String currency) {
        Map<String, Object> order = new HashMap<>();
        order.put("order_id", id);
        order.put("revenue", new BigDecimal(revenue));
        order.put("currency", currency);
        return order;
    }
}
