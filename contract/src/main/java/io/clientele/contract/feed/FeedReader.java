package io.clientele.contract.feed;

import java.util.concurrent.CompletionStage;

/**
 * Reads one shard page after page, fetching the next while the caller works on the last. Whoever finds that another
 * consumer has moved the cursor, or that a page failed, begins anew with a reader of its own from the stored cursor.
 * For one caller at a time: {@link #next} is called when the last page has come.
 */
public final class FeedReader {
    private final FeedClient client;
    private final FeedRequest request;
    private CompletionStage<FeedPage> ahead;

    /** A reader that begins to fetch at once, and asks for each page as {@code first} does. */
    public FeedReader(FeedClient client, FeedRequest first) {
        this.client = client;
        this.request = first;
        this.ahead = client.read(first);
    }

    /** The page after the last one. */
    public CompletionStage<FeedPage> next() {
        CompletionStage<FeedPage> page = ahead;
        ahead = page.thenCompose(read -> client.read(request.from(read.cursor())));
        return page;
    }
}
