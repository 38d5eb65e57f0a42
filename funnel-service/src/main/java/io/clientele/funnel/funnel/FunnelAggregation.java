package io.clientele.funnel.funnel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelOutcome;

/** The aggregation {@code funnel} of our Elasticsearch plugin, as a request and as an answer. */
public final class FunnelAggregation {

    /** By which the plugin puts customers in order. */
    static final String CUSTOMER_HASH = "customer_hash";

    private static final String TIME = "@timestamp";

    private FunnelAggregation() {}

    /**
     * Counts how many entities reached each step.
     *
     * @param entityField the field of the entity's hash
     * @param anchorFrom epoch milliseconds before which no first step counts, or null for no such bound
     * @param steps the queries that the steps' events match, in order
     */
    static ObjectNode counting(
            String entityField,
            Window window,
            FunnelAnchor anchor,
            boolean strictIncrease,
            @Nullable Long anchorFrom,
            List<ObjectNode> steps) {
        ObjectNode aggregation = JsonNodeFactory.instance.objectNode();
        ObjectNode funnel = aggregation
                .putObject("funnel")
                .put("entity", entityField)
                .put("time", TIME)
                .put("window", window.timeValue())
                .put("anchor", wireName(anchor))
                .put("strict_increase", strictIncrease);
        if (anchorFrom != null) {
            funnel.put("anchor_from", anchorFrom);
        }
        ArrayNode queries = funnel.putArray("steps");
        steps.forEach(queries::add);
        return aggregation;
    }

    private static String wireName(FunnelAnchor anchor) {
        return switch (anchor) {
            case ANY -> "any";
            case FIRST_EVER -> "first_ever";
        };
    }

    private static String wireName(FunnelOutcome outcome) {
        return switch (outcome) {
            case DROPPED -> "dropped";
            case CONVERTED -> "converted";
        };
    }

    /** Has a funnel name customers besides: the first {@code size} by hash. */
    static void naming(ObjectNode aggregation, int step, FunnelOutcome outcome, int size) {
        ((ObjectNode) aggregation.required("funnel"))
                .putObject("customers")
                .put("hash", CUSTOMER_HASH)
                .put("id", "customer_id")
                .put("step", step)
                .put("outcome", wireName(outcome))
                .put("size", size);
    }

    /**
     * Counts the distinct values of a hash, exactly: a funnel of one step that every event is. Exact over shards for
     * what lies in one shard, as a customer does and all that is a customer's own (sessions, orders).
     */
    public static ObjectNode distinct(String hashField) {
        ObjectNode aggregation = JsonNodeFactory.instance.objectNode();
        ObjectNode funnel = aggregation
                .putObject("funnel")
                .put("entity", hashField)
                .put("time", TIME)
                .put("window", "1ms");
        funnel.putArray("steps").addObject().putObject("match_all");
        return aggregation;
    }

    /** The counts of the answer, one a step, never rising. */
    static List<Long> counts(JsonNode answer) {
        return answer.required("steps").valueStream().map(JsonNode::longValue).toList();
    }

    /** The answer to {@link #distinct}. */
    public static long distinctCount(JsonNode answer) {
        return answer.required("steps").required(0).longValue();
    }
}
