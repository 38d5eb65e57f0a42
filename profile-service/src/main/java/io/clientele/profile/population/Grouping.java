package io.clientele.profile.population;

import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.CustomerField;

/** Counts customers by the values of a field and sums what they brought in the last 365 days; pure. */
final class Grouping {

    private static final String GROUPS = "groups";
    private static final String REVENUE = "revenue";

    private Grouping() {}

    /**
     * What customers with one value have in common.
     *
     * @param customers how many
     * @param revenue of the last 365 days, in millionths of the main currency
     */
    record Group(long customers, long revenue) {

        static final Group NOBODY = new Group(0, 0);

        Group plus(Group other) {
            return new Group(customers + other.customers, revenue + other.revenue);
        }
    }

    /**
     * The search for the groups.
     *
     * @param values how many values the field can have: as each shard may answer more than so many, none leaves one out, and
     *     each says so
     */
    static ObjectNode search(CustomerField field, int values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        ObjectNode groups = body.putObject("aggs").putObject(GROUPS);
        groups.putObject("terms")
                .put("field", field.fieldName())
                .put("size", values)
                .put("shard_size", values + 1);
        groups.putObject("aggs").putObject(REVENUE).putObject("sum").put("field", CustomerField.MONETARY.fieldName());
        return body;
    }

    /**
     * The groups by their values.
     *
     * @throws IllegalStateException if the answer leaves groups out, which the index does not allow
     */
    static SortedMap<String, Group> read(JsonNode answer) {
        JsonNode groups = answer.required("aggregations").required(GROUPS);
        if (groups.required("doc_count_error_upper_bound").asLong() != 0
                || groups.required("sum_other_doc_count").asLong() != 0) {
            throw new IllegalStateException("The index holds more values than the field can have");
        }
        SortedMap<String, Group> byValue = new TreeMap<>();
        for (JsonNode bucket : groups.required("buckets")) {
            byValue.put(
                    bucket.required("key").asText(),
                    new Group(
                            bucket.required("doc_count").asLong(),
                            Math.round(
                                    bucket.required(REVENUE).required("value").asDouble())));
        }
        return byValue;
    }
}
