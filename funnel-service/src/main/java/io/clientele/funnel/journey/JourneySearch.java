package io.clientele.funnel.journey;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.edge.page.PageRequest;
import io.clientele.funnel.question.Listing;

/** Writes questions about single customers as searches. */
final class JourneySearch {

    private static final String CUSTOMER_ID = "customer_id";
    private static final String KNOWN = "known";

    /** No customer's id is longer; what is asked for may be. */
    private static final int LONGEST_ID = 256;

    private JourneySearch() {}

    /**
     * The search for a page of a customer's events.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ObjectNode journey(String customerId, Listing listing, PageRequest page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("query")
                .putObject("bool")
                .putArray("filter")
                .addObject()
                .putObject("term")
                .put(CUSTOMER_ID, customerId);
        listing.ask(page, body);
        return body;
    }

    /** The search for those of these customers who have any event. */
    static ObjectNode known(Collection<String> customerIds) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        customerIds.forEach(ids::add);
        body.putObject("query")
                .putObject("bool")
                .putArray("filter")
                .addObject()
                .putObject("terms")
                .set(CUSTOMER_ID, ids);
        body.putObject("aggs")
                .putObject(KNOWN)
                .putObject("terms")
                .put("field", CUSTOMER_ID)
                .put("size", customerIds.size());
        return body;
    }

    static Set<String> readKnown(JsonNode answer) {
        return answer.required("aggregations")
                .required(KNOWN)
                .required("buckets")
                .valueStream()
                .map(bucket -> bucket.required("key").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The parameters by which only the shard of a single customer is asked. Several ids need not fit into an address, and
     * an id with a comma would be read as several; then every shard is asked.
     */
    static Map<String, String> routing(Set<String> customerIds) {
        if (customerIds.size() != 1) {
            return Map.of();
        }
        String id = customerIds.iterator().next();
        String home = id.startsWith(CustomerId.ANONYMOUS) ? id.substring(CustomerId.ANONYMOUS.length()) : id;
        return home.isEmpty() || home.contains(",") || home.length() > LONGEST_ID ? Map.of() : Map.of("routing", home);
    }
}
