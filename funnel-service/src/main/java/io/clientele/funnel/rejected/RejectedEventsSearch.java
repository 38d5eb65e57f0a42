package io.clientele.funnel.rejected;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.page.PageRequest;
import io.clientele.funnel.question.Listing;
import io.clientele.funnel.question.TimeRange;

/** Writes a question about rejected events as a search. */
final class RejectedEventsSearch {

    private static final String RECEIVED_AT = "received_at";

    /** A rejected item need not have an id of its own; the index has one shard, in which the number is unique. */
    static final Listing NEWEST_FIRST = new Listing("rejected", RECEIVED_AT, false, "_seq_no", false);

    private RejectedEventsSearch() {}

    /**
     * The search for a page.
     *
     * @param code only those with this code, or null
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ObjectNode body(PageRequest page, @Nullable String code, TimeRange received) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.add(received.query(RECEIVED_AT));
        if (code != null) {
            filter.addObject().putObject("term").put("code", code);
        }
        NEWEST_FIRST.ask(page, body);
        return body;
    }
}
