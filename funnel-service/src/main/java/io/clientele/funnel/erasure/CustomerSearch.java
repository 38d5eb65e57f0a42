package io.clientele.funnel.erasure;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;

/** Writes the searches for all that is stored of customers. Their ids are those that events themselves name. */
final class CustomerSearch {

    private static final String CUSTOMER_ID = "customer_id";
    private static final String HOME_CUSTOMER_ID = "home_customer_id";

    private CustomerSearch() {}

    /** Matches events in their homes, moved or not. */
    static ObjectNode homes(Collection<CustomerId> customers) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool").put("minimum_should_match", 1);
        ArrayNode either = bool.putArray("should");
        ObjectNode live = either.addObject().putObject("bool");
        live.putArray("filter").add(of(CUSTOMER_ID, customers));
        // Without it, copies of other people's events under these customers would match.
        live.putArray("must_not")
                .add(tombstone())
                .addObject()
                .putObject("exists")
                .put("field", HOME_CUSTOMER_ID);
        ObjectNode moved = either.addObject().putObject("bool");
        moved.putArray("filter").add(of(HOME_CUSTOMER_ID, customers)).add(tombstone());
        return query;
    }

    /** Matches copies of events. */
    static ObjectNode copies(Collection<CustomerId> customers) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = query.putObject("bool");
        bool.putArray("filter").add(of(HOME_CUSTOMER_ID, customers));
        bool.putArray("must_not").add(tombstone());
        return query;
    }

    /** Matches refused items. */
    static ObjectNode rejected(Collection<CustomerId> customers) {
        return of(CUSTOMER_ID, customers);
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

    private static ObjectNode of(String field, Collection<CustomerId> customers) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = query.putObject("terms").putArray(field);
        customers.forEach(customer -> ids.add(customer.value()));
        return query;
    }

    private static ObjectNode tombstone() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("term").put("tombstone", true);
        return query;
    }
}
