package io.clientele.funnel.question;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.page.PageInfo;

/**
 * A page of a {@link Listing}.
 *
 * @param total entries of the whole list, exact
 */
public record Page(List<Entry> entries, PageInfo info, long total) {

    /** A stored document and its place. */
    public record Entry(JsonNode document, String cursor) {}
}
