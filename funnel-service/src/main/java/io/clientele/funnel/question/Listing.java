package io.clientele.funnel.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.page.PageInfo;
import io.clientele.edge.page.PageRefusal;
import io.clientele.edge.page.PageRequest;

/**
 * A list of documents in a total order, asked for page by page. A page's place is given by sort values, not by a number,
 * so what is added meanwhile neither repeats nor hides an entry.
 *
 * @param name tells its cursors from those of other lists and orders
 * @param timeField the first key
 * @param ascending the direction of both keys
 * @param tieField the second key, different for any two documents of one time
 * @param textualTie whether the second key is text, not a number
 */
public record Listing(String name, String timeField, boolean ascending, String tieField, boolean textualTie) {

    /**
     * Asks for a page in a search's body.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    public void ask(PageRequest page, ObjectNode body) {
        // One more than the page shows whether there is a next one.
        body.put("size", page.size() + 1).put("track_total_hits", true);
        String order = ascending != page.backward() ? "asc" : "desc";
        ArrayNode sort = body.putArray("sort");
        sort.addObject().put(timeField, order);
        sort.addObject().put(tieField, order);
        String cursor = page.cursor();
        if (cursor != null) {
            body.set(
                    "search_after",
                    Cursor.sortValues(name, textualTie, cursor)
                            .orElseThrow(() -> new PageRefusal.InvalidCursor(page.cursorArgument()).exception()));
        }
    }

    /** Reads the page out of the search's answer. */
    public Page read(PageRequest page, JsonNode answer) {
        JsonNode found = answer.required("hits");
        List<Page.Entry> entries = new ArrayList<>();
        for (JsonNode hit : found.required("hits")) {
            JsonNode sort = hit.required("sort");
            entries.add(new Page.Entry(hit.required("_source"), Cursor.of(name, sort.required(0), sort.required(1))));
        }
        boolean more = entries.size() > page.size();
        if (more) {
            entries.removeLast();
        }
        if (page.backward()) {
            Collections.reverse(entries);
        }
        // What the cursor was handed out for lies on its other side.
        boolean cameFrom = page.cursor() != null;
        return new Page(
                List.copyOf(entries),
                new PageInfo(
                        page.backward() ? cameFrom : more,
                        page.backward() ? more : cameFrom,
                        entries.isEmpty() ? null : entries.getFirst().cursor(),
                        entries.isEmpty() ? null : entries.getLast().cursor()),
                found.required("total").required("value").asLong());
    }
}
