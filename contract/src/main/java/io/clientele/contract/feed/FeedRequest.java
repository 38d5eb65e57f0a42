package io.clientele.contract.feed;

import java.time.Duration;
import java.util.Set;

/**
 * Asks for a page.
 *
 * @param consumer the name that it registered
 * @param cursor where to go on
 * @param eventNames the names of the events to deliver, such as {@code Order Completed}; none: every event, those without
 *     a name too. At most {@value #MAX_NAMES}
 * @param limit most events of the page, 1 to {@value #MAX_LIMIT}; there may be fewer, since a page is bounded in bytes too
 * @param maxWait how long to wait if there is no event after the cursor yet, 0 to 60 s
 */
public record FeedRequest(String consumer, FeedCursor cursor, Set<String> eventNames, int limit, Duration maxWait) {
    public static final int MAX_LIMIT = 10_000;
    public static final int MAX_NAMES = 1_000;
    public static final Duration MAX_WAIT = Duration.ofSeconds(60);

    public FeedRequest {
        eventNames = Set.copyOf(eventNames);
        if (eventNames.size() > MAX_NAMES) {
            throw new IllegalArgumentException("at most " + MAX_NAMES + " event names, not " + eventNames.size());
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (maxWait.isNegative() || maxWait.compareTo(MAX_WAIT) > 0) {
            throw new IllegalArgumentException("maxWait must be 0 to " + MAX_WAIT + ", not " + maxWait);
        }
    }

    /** The same from another cursor on. */
    public FeedRequest from(FeedCursor other) {
        return new FeedRequest(consumer, other, eventNames, limit, maxWait);
    }
}
