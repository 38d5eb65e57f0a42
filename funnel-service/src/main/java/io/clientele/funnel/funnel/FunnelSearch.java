package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.funnel.FunnelEntity;

/** Writes a funnel's question as a search with our plugin's aggregation, and reads the answer. */
final class FunnelSearch {

    private static final String FUNNEL = "funnel";
    private static final String VALUES = "values";
    private static final String WITHOUT = "without";

    private FunnelSearch() {}

    /** The whole search; with a breakdown it asks for the values with the most events. */
    static ObjectNode body(FunnelQuestion question) {
        return search(question, null);
    }

    /** The search for exactly these values of the breakdown, so that every shard counts each of them. */
    static ObjectNode body(FunnelQuestion question, List<String> values) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        values.forEach(names::add);
        return search(question, names);
    }

    private static ObjectNode search(FunnelQuestion question, @Nullable ArrayNode values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        body.set("query", query(question));
        ObjectNode funnel = funnel(question);
        ObjectNode aggregations = body.putObject("aggs");
        aggregations.set(FUNNEL, funnel);
        Breakdown breakdown = question.breakdown();
        if (breakdown != null) {
            ObjectNode each = aggregations.putObject(VALUES);
            ObjectNode terms =
                    each.putObject("terms").put("field", breakdown.field()).put("size", breakdown.limit());
            if (values != null) {
                terms.set("include", values);
            }
            each.putObject("aggs").set(FUNNEL, funnel);
            ObjectNode without = aggregations.putObject(WITHOUT);
            without.putObject("missing").put("field", breakdown.field());
            without.putObject("aggs").set(FUNNEL, funnel);
        }
        return body;
    }

    /** Only events that are some step: the aggregation looks at nothing else, and the values are counted by these. */
    private static ObjectNode query(FunnelQuestion question) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode filter = query.putObject("bool").putArray("filter");
        // What came first ever may lie before the range; the aggregation checks where it lies by anchor_from.
        filter.add(
                switch (question.anchor()) {
                    case ANY -> question.range().query("@timestamp");
                    case FIRST_EVER -> question.range().untilQuery("@timestamp");
                });
        ObjectNode anyStep = filter.addObject().putObject("bool");
        Set<ObjectNode> distinct = new LinkedHashSet<>(queries(question));
        anyStep.putArray("should").addAll(distinct);
        anyStep.put("minimum_should_match", 1);
        return query;
    }

    private static ObjectNode funnel(FunnelQuestion question) {
        Long anchorFrom = switch (question.anchor()) {
            case ANY -> null;
            case FIRST_EVER -> question.range().fromMillis();
        };
        return FunnelAggregation.counting(
                entityField(question.entity()),
                question.window(),
                question.anchor(),
                question.strictIncrease(),
                anchorFrom,
                queries(question));
    }

    private static String entityField(FunnelEntity entity) {
        return switch (entity) {
            case CUSTOMER -> FunnelAggregation.CUSTOMER_HASH;
            case SESSION -> "session_hash";
        };
    }

    private static List<ObjectNode> queries(FunnelQuestion question) {
        return question.steps().stream().map(Step::query).toList();
    }

    /** The search for the first customers of these hashes. */
    static ObjectNode body(CustomersQuestion question, HashRange hashes, int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        ObjectNode query = query(question.funnel());
        ObjectNode range = ((ArrayNode) query.required("bool").required("filter"))
                .addObject()
                .putObject("range")
                .putObject(FunnelAggregation.CUSTOMER_HASH);
        // The index is sorted by it, so that what lies outside is not even looked at.
        range.put("gte", hashes.from()).put("lte", hashes.to());
        body.set("query", query);
        ObjectNode funnel = funnel(question.funnel());
        FunnelAggregation.naming(funnel, question.step(), question.outcome(), size);
        body.putObject("aggs").set(FUNNEL, funnel);
        return body;
    }

    /** Reads the answer to {@link #body(CustomersQuestion, HashRange, int)}. */
    static FoundCustomers readCustomers(JsonNode answer) {
        JsonNode customers = answer.required("aggregations").required(FUNNEL).required("customers");
        return new FoundCustomers(
                customers.required("total").longValue(),
                customers
                        .required("page")
                        .valueStream()
                        .map(customer -> new FoundCustomers.Found(
                                customer.required("hash").longValue(),
                                customer.required("id").textValue()))
                        .toList());
    }

    /**
     * The values to be asked for again by name: shards send their own most frequent values only, so the counts of a value
     * can miss those of a shard where it is rare. Empty if the answer cannot miss anything.
     */
    static List<String> doubtful(JsonNode answer) {
        JsonNode values = answer.required("aggregations").path(VALUES);
        if (values.path("doc_count_error_upper_bound").asLong() == 0) {
            return List.of();
        }
        return values.required("buckets")
                .valueStream()
                .map(bucket -> bucket.required("key").asText())
                .toList();
    }

    static Funnel read(FunnelQuestion question, JsonNode answer) {
        return read(question, answer, answer);
    }

    /**
     * Reads an answer.
     *
     * @param first the answer to {@link #body(FunnelQuestion)}, which knows whether there are more values
     * @param whole the answer that counts each value wholly; the same as {@code first} if that one did
     */
    static Funnel read(FunnelQuestion question, JsonNode first, JsonNode whole) {
        JsonNode aggregations = whole.required("aggregations");
        List<FunnelStep> steps = steps(question, aggregations);
        if (question.breakdown() == null) {
            return new Funnel(steps, null, false);
        }
        boolean truncated = first.required("aggregations")
                        .required(VALUES)
                        .required("sum_other_doc_count")
                        .asLong()
                > 0;
        return new Funnel(steps, breakdown(question, aggregations), truncated);
    }

    private static List<FunnelBreakdown> breakdown(FunnelQuestion question, JsonNode aggregations) {
        List<FunnelBreakdown> funnels = new ArrayList<>();
        for (JsonNode bucket : aggregations.required(VALUES).required("buckets")) {
            funnels.add(new FunnelBreakdown(bucket.required("key").asText(), steps(question, bucket)));
        }
        JsonNode without = aggregations.required(WITHOUT);
        if (without.required("doc_count").asLong() > 0) {
            funnels.add(new FunnelBreakdown(null, steps(question, without)));
        }
        // Elasticsearch orders by events; an answer about customers is read by customers. Equal ones keep its order.
        funnels.sort(Comparator.comparingLong(FunnelBreakdown::started).reversed());
        return List.copyOf(funnels);
    }

    private static List<FunnelStep> steps(FunnelQuestion question, JsonNode parent) {
        return FunnelStep.list(
                question.steps().stream().map(Step::name).toList(), FunnelAggregation.counts(parent.required(FUNNEL)));
    }
}
