package io.clientele.funnel.sales;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.EventCondition;
import io.clientele.funnel.funnel.FunnelAggregation;
import io.clientele.funnel.question.Amount;

/** Writes a question about sales as a search, and reads the answer. */
final class SalesSearch {

    /** The event that says that an order was placed; Segment's name of it. */
    static final String ORDER_COMPLETED = "Order Completed";

    static final int MOST_CURRENCIES = 1_000;

    private static final String CUSTOMER_HASH = "customer_hash";
    private static final String ORDER_HASH = "order.hash";
    private static final String ORDER_ID = "order.id";
    private static final String NAMED = "named";
    private static final String UNNAMED = "unnamed";

    private SalesSearch() {}

    static ObjectNode body(SalesQuestion question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.add(question.range().query("@timestamp"));
        filter.addObject().putObject("term").put("event", ORDER_COMPLETED);
        EventCondition condition = question.filter();
        if (condition != null) {
            filter.add(condition.query());
        }
        ObjectNode parts = body.putObject("aggs");
        // An event that names no order cannot be counted as one, but it is told.
        parts.putObject(UNNAMED).putObject("missing").put("field", ORDER_ID);
        ObjectNode named = parts.putObject(NAMED);
        named.putObject("filter").putObject("exists").put("field", ORDER_ID);
        ObjectNode aggregations = named.putObject("aggs");
        aggregations.set("customers", FunnelAggregation.distinct(CUSTOMER_HASH));
        aggregations.set("orders", FunnelAggregation.distinct(ORDER_HASH));
        ObjectNode currencies = aggregations.putObject("currencies");
        // So many that every shard sends all of its own: no count can miss one.
        currencies.putObject("terms").put("field", "currency").put("size", MOST_CURRENCIES);
        ObjectNode each = currencies.putObject("aggs");
        each.putObject("revenue").putObject("stats").put("field", "order.revenue");
        each.set("orders", FunnelAggregation.distinct(ORDER_HASH));
        return body;
    }

    static Sales read(JsonNode answer) {
        JsonNode parts = answer.required("aggregations");
        JsonNode aggregations = parts.required(NAMED);
        JsonNode currencies = aggregations.required("currencies");
        if (currencies.required("sum_other_doc_count").asLong() > 0) {
            throw new SalesFailure.TooManyCurrencies().exception();
        }
        List<Amount> revenue = new ArrayList<>();
        List<Amount> average = new ArrayList<>();
        boolean exact = true;
        for (JsonNode bucket : currencies.required("buckets")) {
            String currency = bucket.required("key").asText();
            AmountSum sum = AmountSum.of(bucket.required("revenue"));
            long orders = FunnelAggregation.distinctCount(bucket.required("orders"));
            revenue.add(sum.amount(currency));
            average.add(sum.average(currency, orders));
            exact = exact && sum.exact();
        }
        return new Sales(
                FunnelAggregation.distinctCount(aggregations.required("customers")),
                FunnelAggregation.distinctCount(aggregations.required("orders")),
                List.copyOf(revenue),
                List.copyOf(average),
                exact,
                parts.required(UNNAMED).required("doc_count").asLong());
    }
}
