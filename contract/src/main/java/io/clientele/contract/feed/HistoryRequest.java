package io.clientele.contract.feed;

import java.util.List;
import java.util.Optional;

/**
 * Asks for what one customer's own messages have brought, up to where a consumer has read. The answer is a page of
 * {@link FeedPage}; the customer's events are all in one shard. It is whole when {@link FeedPage#behind} is 0; until then
 * ask for what comes {@linkplain #after after} it.
 *
 * @param customer the customer id that the messages themselves name, such as {@code u-1} or {@code anon:d-1}; merges have
 *     no say in it
 * @param read the consumer's cursors, the one of the customer's shard among them: nothing after it is delivered
 * @param after where to go on; absent: from the first event
 * @param limit most events of a page, 1 to {@value FeedRequest#MAX_LIMIT}
 */
public record HistoryRequest(String customer, List<FeedCursor> read, Optional<FeedCursor> after, int limit) {
    private static final int DEFAULT_LIMIT = 2_000;

    public HistoryRequest {
        read = List.copyOf(read);
        if (limit < 1 || limit > FeedRequest.MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + FeedRequest.MAX_LIMIT + ", not " + limit);
        }
    }

    /** From the first event on. */
    public static HistoryRequest of(String customer, List<FeedCursor> read) {
        return new HistoryRequest(customer, read, Optional.empty(), DEFAULT_LIMIT);
    }

    /** What comes after a page. */
    public HistoryRequest after(FeedPage page) {
        return new HistoryRequest(customer, read, Optional.of(page.cursor()), limit);
    }
}
