package io.clientele.contract.feed;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Reads one shard page after page, fetching the next while the last is being read and the caller works on it. Whoever finds
 * that another consumer has moved the cursor, or that a page failed, begins anew with a reader of its own from the stored
 * cursor. For one caller at a time: {@link #next} is called when the last page has come.
 */
public final class FeedReader {
    private final FeedClient client;
    private final FeedRequest request;
    private CompletionStage<UnreadPage> ahead;

    /** When the page ahead was asked for. */
    private volatile Instant aheadAsked;

    private volatile Instant asked;

    /** A reader that begins to fetch at once, and asks for each page as {@code first} does. */
    public FeedReader(FeedClient client, FeedRequest first) {
        this.client = client;
        this.request = first;
        this.aheadAsked = Instant.now();
        this.asked = aheadAsked;
        this.ahead = client.fetch(first);
    }

    /** When the last page was asked for: what could be read by then lies in it, before it, or in the positions behind it. */
    public Instant asked() {
        return asked;
    }

    /** The page after the last one. */
    public CompletionStage<FeedPage> next() {
        CompletionStage<UnreadPage> page = ahead;
        asked = aheadAsked;
        CompletionStage<CompletionStage<UnreadPage>> following = page.thenApply(fetched -> {
            aheadAsked = Instant.now();
            return client.fetch(request.from(fetched.cursor()));
        });
        ahead = following.thenCompose(Function.identity());
        // Only then, so that the next one is on its way while this one is read.
        return following.thenCombine(page, (underWay, fetched) -> fetched.page());
    }
}
