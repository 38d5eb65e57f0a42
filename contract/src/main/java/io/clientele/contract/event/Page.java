package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The page or screen that the customer looked at.
 *
 * @param path without host and query, up to 8,192 characters; of a screen, its name
 * @param title up to 8,192 characters
 * @param referrer the page before, up to 8,192 characters
 * @param loadMs how long the page took to load, 0 to 2,147,483,647 milliseconds
 * @param dwellMs how long the customer stayed, 0 to 2,147,483,647 milliseconds
 */
public record Page(
        @Nullable String path,
        @Nullable String title,
        @Nullable String referrer,
        @Nullable Long loadMs,
        @Nullable Long dwellMs) {
    /** Of an event that says nothing of its page. */
    public static final Page NONE = new Page(null, null, null, null, null);

    public Page {
        path = Check.text("page.path", path, Check.MAX_TEXT);
        title = Check.text("page.title", title, Check.MAX_TEXT);
        referrer = Check.text("page.referrer", referrer, Check.MAX_TEXT);
        loadMs = Check.range("page.load_ms", loadMs, 0, Integer.MAX_VALUE);
        dwellMs = Check.range("page.dwell_ms", dwellMs, 0, Integer.MAX_VALUE);
    }
}
