package io.clientele.funnel.feed;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventField;

/**
 * The search for the events of a range of positions: homes that stand in their place, and tombstones that keep what stood
 * there. Both are asked for in one search, which sees the shard at one moment: an event is the one or the other at each,
 * so it is found once, however often it is re-keyed meanwhile. (Two searches would have to fall on the same copy of the
 * shard: of two copies each may show the moment at which the event is the other.)
 */
final class PositionSearch {

    private static final String SEQ_NO = "_seq_no";

    private PositionSearch() {}

    /** The parameters of the address. */
    static Map<String, String> parameters(int shard) {
        return Map.of("preference", "_shards:" + shard);
    }

    /**
     * The body.
     *
     * @param size most events; tombstones stand elsewhere than the positions that they keep, so that an answer of as many may lack some anywhere
     */
    static ObjectNode body(Range range, Wanted wanted, int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", size).put("track_total_hits", false);
        // The sort values of the hits are their sequence numbers, which costs less than to ask for these by themselves.
        body.putArray("sort").add(SEQ_NO);
        ObjectNode either =
                body.putObject("query").putObject("bool").putArray("filter").addObject();
        ArrayNode branches =
                either.putObject("bool").put("minimum_should_match", 1).putArray("should");
        addHomes(branches.addObject().putObject("bool"), range, wanted);
        addTombstones(branches.addObject().putObject("bool"), range, wanted);
        return body;
    }

    private static void addHomes(ObjectNode bool, Range range, Wanted wanted) {
        ArrayNode filter = bool.putArray("filter");
        addRange(filter, SEQ_NO, range);
        switch (wanted) {
            case Wanted.Named(Set<String> names) -> addNames(filter, names);
            case Wanted.OfCustomer(String id) -> addTerm(filter, EventField.CUSTOMER_ID, id);
        }
        ArrayNode not = bool.putArray("must_not");
        not.addObject().putObject("term").put(EventField.TOMBSTONE.fieldName(), true);
        not.addObject().putObject("exists").put("field", EventField.HOME_CUSTOMER_ID.fieldName());
    }

    private static void addTombstones(ObjectNode bool, Range range, Wanted wanted) {
        ArrayNode filter = bool.putArray("filter");
        filter.addObject().putObject("term").put(EventField.TOMBSTONE.fieldName(), true);
        addRange(filter, EventField.HOME_SEQ_NO.fieldName(), range);
        switch (wanted) {
            case Wanted.Named ignored -> {
                // What a tombstone keeps is not indexed: the reader of the answer looks at the names.
            }
            case Wanted.OfCustomer(String id) -> addTerm(filter, EventField.HOME_CUSTOMER_ID, id);
        }
    }

    private static void addRange(ArrayNode filter, String field, Range range) {
        filter.addObject()
                .putObject("range")
                .putObject(field)
                .put("gt", range.after())
                .put("lte", range.upTo());
    }

    private static void addNames(ArrayNode filter, Set<String> names) {
        if (!names.isEmpty()) {
            ArrayNode terms = filter.addObject().putObject("terms").putArray(EventField.EVENT.fieldName());
            names.stream().sorted().forEach(terms::add);
        }
    }

    private static void addTerm(ArrayNode filter, EventField field, String value) {
        filter.addObject().putObject("term").put(field.fieldName(), value);
    }
}
