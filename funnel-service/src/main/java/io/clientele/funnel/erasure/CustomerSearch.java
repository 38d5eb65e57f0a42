package io.clientele.funnel.erasure;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the searches for all that is stored of customers. Their ids are those that events themselves name. */
final class CustomerSearch {

    private static final String CUSTOMER_ID = "customer_id";
    private static final String HOME_CUSTOMER_ID = "home_customer_id";
    private static final String TIME = "@timestamp";
    private static final String RECEIVED = "received_at";

    private CustomerSearch() {}

    /** Matches events in their homes, moved or not. */
    static ObjectNode homes(Whose whose) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool").put("minimum_should_match", 1);
        ArrayNode either = bool.putArray("should");
        ObjectNode live = either.addObject().putObject("bool");
        live.putArray("filter").add(of(CUSTOMER_ID, TIME, whose));
        // Without it, copies of other people's events under these customers would match.
        later(whose, live.putArray("must_not").add(tombstone()).add(moved()));
        ObjectNode moved = either.addObject().putObject("bool");
        moved.putArray("filter").add(of(HOME_CUSTOMER_ID, TIME, whose)).add(tombstone());
        later(whose, moved.putArray("must_not"));
        return query;
    }

    /** Matches copies of events. */
    static ObjectNode copies(Whose whose) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool");
        bool.putArray("filter").add(of(HOME_CUSTOMER_ID, TIME, whose));
        later(whose, bool.putArray("must_not").add(tombstone()));
        return query;
    }

    /** Matches refused items, which have no time but that of their receipt. */
    static ObjectNode rejected(Whose whose) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool");
        bool.putArray("filter").add(of(CUSTOMER_ID, RECEIVED, whose));
        later(whose, bool.putArray("must_not"));
        return query;
    }

    /** Matches tombstones and copies of others' events that name one of these customers as whole as theirs. */
    static ObjectNode strays(Whose whose) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool");
        ArrayNode whole = JsonNodeFactory.instance.arrayNode();
        whose.extents().stream()
                .filter(Extent::whole)
                .forEach(extent -> whole.add(extent.customer().value()));
        ArrayNode filter = bool.putArray("filter").add(moved());
        filter.addObject().putObject("terms").set(CUSTOMER_ID, whole);
        later(whose, bool.putArray("must_not").add(of(HOME_CUSTOMER_ID, TIME, whose)));
        return query;
    }

    /** The body of a search for some of these, without the documents. */
    static ObjectNode some(ObjectNode query, int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", size).put("_source", false).put("track_total_hits", false);
        body.set("query", query);
        body.putArray("sort").add("_doc");
        return body;
    }

    /** The body of a search that only counts. */
    static ObjectNode count(ObjectNode query) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", true);
        body.set("query", query);
        return body;
    }

    /** The body of a search for a page of documents in the order of a time and a number or text that tells them apart. */
    static ObjectNode page(ObjectNode query, int size, String time, String tie, @Nullable JsonNode after) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", size).put("track_total_hits", false);
        body.set("query", query);
        body.putArray("sort").add(time).add(tie);
        if (after != null) {
            body.set("search_after", after);
        }
        return body;
    }

    private static ObjectNode of(String field, String time, Whose whose) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool").put("minimum_should_match", 1);
        ArrayNode any = bool.putArray("should");
        ArrayNode whole = JsonNodeFactory.instance.arrayNode();
        for (Extent extent : whose.extents()) {
            if (extent.whole()) {
                whole.add(extent.customer().value());
            } else {
                any.add(within(field, time, extent));
            }
        }
        any.addObject().putObject("terms").set(field, whole);
        return query;
    }

    private static ObjectNode within(String field, String time, Extent extent) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode filter = query.putObject("bool").putArray("filter");
        filter.addObject().putObject("term").put(field, extent.customer().value());
        ObjectNode range = filter.addObject().putObject("range").putObject(time);
        if (extent.from() != null) {
            range.put("gte", extent.from().toString());
        }
        if (extent.to() != null) {
            range.put("lt", extent.to().toString());
        }
        return query;
    }

    /** What has no time of receipt was moved before tombstones told it. */
    private static void later(Whose whose, ArrayNode mustNot) {
        if (whose.receivedUntil() != null) {
            mustNot.addObject()
                    .putObject("range")
                    .putObject(RECEIVED)
                    .put("gt", whose.receivedUntil().toString());
        }
    }

    private static ObjectNode moved() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("exists").put("field", HOME_CUSTOMER_ID);
        return query;
    }

    private static ObjectNode tombstone() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("term").put("tombstone", true);
        return query;
    }
}
