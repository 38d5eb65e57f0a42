package io.clientele.funnel.rekey;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the searches for events that are not where a request wants them. */
final class MisplacedSearch {

    /** As many documents of the greatest size as one answer of Elasticsearch may hold. */
    static final int PAGE = 150;

    /** What of the home customer is under the customer wanted, in the answer to {@link #copies}: counted, ... */
    static final String PLACED = "placed";

    /** ... and how many of these are tombstones. */
    static final String TOMBSTONES = "tombstones";

    private static final String CUSTOMER_ID = "customer_id";
    private static final String HOME_CUSTOMER_ID = "home_customer_id";
    private static final String DECISION = "decision";

    private MisplacedSearch() {}

    /** The search for homes of events that are to be moved. */
    static ObjectNode homes(RekeyRequest request) {
        ObjectNode body = page();
        ObjectNode bool = body.putObject("query").putObject("bool");
        within(request, bool.putArray("filter"));
        bool.put("minimum_should_match", 1)
                .putArray("should")
                // Also what never left and is to stay: the decision leaves its number, lest an earlier one that is late
                // take the event away.
                .add(live(request))
                .add(movedElsewhere(request));
        return body;
    }

    private static ObjectNode live(RekeyRequest request) {
        ObjectNode live = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = live.putObject("bool");
        bool.putArray("filter").add(term(CUSTOMER_ID, request.home().value()));
        bool.putArray("must_not").add(tombstone()).add(exists(HOME_CUSTOMER_ID));
        return live;
    }

    private static ObjectNode movedElsewhere(RekeyRequest request) {
        ObjectNode moved = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = moved.putObject("bool");
        bool.putArray("filter")
                .add(tombstone())
                .add(term(HOME_CUSTOMER_ID, request.home().value()));
        ArrayNode not = bool.putArray("must_not").add(decided("gt", request));
        not.addObject()
                .putObject("bool")
                .putArray("filter")
                .add(term(CUSTOMER_ID, request.customer().value()))
                .add(decided("gte", request));
        return moved;
    }

    /**
     * The search for copies that are under other customers than the one wanted. It counts what is under that one as well,
     * since both are asked of all shards and in the end of each run.
     */
    static ObjectNode copies(RekeyRequest request) {
        ObjectNode body = page();
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.add(term(HOME_CUSTOMER_ID, request.home().value()));
        within(request, filter);
        body.putObject("post_filter")
                .putObject("bool")
                .putArray("must_not")
                .add(tombstone())
                .add(term(CUSTOMER_ID, request.customer().value()))
                .add(decided("gt", request));
        ObjectNode placed = body.putObject("aggs").putObject(PLACED);
        placed.set("filter", term(CUSTOMER_ID, request.customer().value()));
        placed.putObject("aggs").putObject(TOMBSTONES).set("filter", tombstone());
        return body;
    }

    /** The search for a page of the copies that are under the customer wanted, after the one with these sort values. */
    static ObjectNode placedCopies(RekeyRequest request, @Nullable JsonNode after) {
        ObjectNode body = page();
        body.putArray("sort").add("@timestamp").add("message_id");
        if (after != null) {
            body.set("search_after", after);
        }
        ObjectNode bool = body.putObject("query").putObject("bool");
        ofCustomer(request, bool.putArray("filter"));
        bool.putArray("must_not").add(tombstone());
        return body;
    }

    private static void ofCustomer(RekeyRequest request, ArrayNode filter) {
        filter.add(term(HOME_CUSTOMER_ID, request.home().value()));
        filter.add(term(CUSTOMER_ID, request.customer().value()));
        within(request, filter);
    }

    private static ObjectNode page() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", PAGE).put("_source", false).put("track_total_hits", false);
        body.putArray("sort").add("_doc");
        return body;
    }

    private static void within(RekeyRequest request, ArrayNode filter) {
        if (request.from() != null) {
            filter.add(range("@timestamp", "gte", request.from().toString()));
        }
        if (request.to() != null) {
            filter.add(range("@timestamp", "lt", request.to().toString()));
        }
    }

    private static ObjectNode decided(String bound, RekeyRequest request) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("range").putObject(DECISION).put(bound, request.decision());
        return query;
    }

    private static ObjectNode range(String field, String bound, String value) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("range").putObject(field).put(bound, value);
        return query;
    }

    private static ObjectNode term(String field, String value) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("term").put(field, value);
        return query;
    }

    private static ObjectNode exists(String field) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("exists").put("field", field);
        return query;
    }

    private static ObjectNode tombstone() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("term").put("tombstone", true);
        return query;
    }
}
