package io.clientele.profile.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.CustomerField;
import io.clientele.edge.page.PageInfo;
import io.clientele.edge.page.PageRefusal;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.card.Customer;

/** Writes questions about members as searches and reads their answers; pure. */
final class MembersSearch {

    private static final String ID = CustomerField.CUSTOMER_ID.fieldName();
    private static final String CURSOR = "member:";

    private MembersSearch() {}

    /**
     * The search for a page of a segment's members, by their ids.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ObjectNode page(String segment, PageRequest page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("query")
                .putObject("bool")
                .putArray("filter")
                .addObject()
                .putObject("term")
                .put("segments", segment);
        // One more than the page shows whether there is a next one.
        body.put("size", page.size() + 1).put("track_total_hits", true).put("_source", false);
        body.putArray("sort").addObject().put(ID, page.backward() ? "desc" : "asc");
        String cursor = page.cursor();
        if (cursor != null) {
            body.putArray("search_after").add(id(cursor, page.cursorArgument()));
        }
        return body;
    }

    static SegmentMemberConnection page(PageRequest page, JsonNode answer) {
        List<SegmentMemberEdge> edges = new ArrayList<>();
        for (JsonNode hit : answer.required("hits").required("hits")) {
            String id = hit.required("sort").required(0).asText();
            edges.add(new SegmentMemberEdge(new Customer(id), cursor(id)));
        }
        boolean more = edges.size() > page.size();
        if (more) {
            edges.removeLast();
        }
        if (page.backward()) {
            Collections.reverse(edges);
        }
        // What the cursor was handed out for lies on its other side.
        boolean cameFrom = page.cursor() != null;
        PageInfo info = new PageInfo(
                page.backward() ? cameFrom : more,
                page.backward() ? more : cameFrom,
                edges.isEmpty() ? null : edges.getFirst().cursor(),
                edges.isEmpty() ? null : edges.getLast().cursor());
        return new SegmentMemberConnection(edges, info, total(answer));
    }

    /** The search for how many customers there are that a query finds, with some of them. */
    static ObjectNode preview(ObjectNode query, int sample) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.add(query);
        return body.put("size", sample).put("track_total_hits", true).put("_source", false);
    }

    /** The search for the next customers that a query finds, by their ids; the first ones after the empty text. */
    static ObjectNode ids(ObjectNode query, String after, int size) {
        ObjectNode body = preview(query, size).put("track_total_hits", false);
        body.putArray("sort").addObject().put(ID, "asc");
        if (!after.isEmpty()) {
            body.putArray("search_after").add(after);
        }
        return body;
    }

    /** The query for those that one finds and another does not. */
    static ObjectNode without(ObjectNode query, ObjectNode excluded) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ObjectNode bool = both.putObject("bool");
        bool.putArray("filter").add(query);
        bool.putArray("must_not").add(excluded);
        return both;
    }

    static SegmentPreview preview(JsonNode answer, long customers) {
        List<Customer> sample = new ArrayList<>();
        answer.required("hits")
                .required("hits")
                .forEach(hit -> sample.add(new Customer(hit.required("_id").asText())));
        return new SegmentPreview(total(answer), customers, sample);
    }

    static long total(JsonNode answer) {
        return answer.required("hits").required("total").required("value").asLong();
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((CURSOR + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String cursor, String argument) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (place.startsWith(CURSOR)
                    && cursor(place.substring(CURSOR.length())).equals(cursor)) {
                return place.substring(CURSOR.length());
            }
        } catch (IllegalArgumentException notOurs) {
            throw refused(argument, notOurs);
        }
        throw new PageRefusal.InvalidCursor(argument).exception();
    }

    private static RuntimeException refused(String argument, IllegalArgumentException cause) {
        RuntimeException refusal = new PageRefusal.InvalidCursor(argument).exception();
        refusal.addSuppressed(cause);
        return refusal;
    }
}
