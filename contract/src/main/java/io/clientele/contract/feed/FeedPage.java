package io.clientele.contract.feed;

import java.util.List;

/**
 * Events of one shard, in the order of their positions.
 *
 * @param items may be empty, if there is nothing new or nothing that was asked for
 * @param cursor where to go on; may have moved though there is no item
 * @param behind positions after the cursor that were filled when the page was made, 0 or more; not each of them holds an
 *     event
 */
public record FeedPage(List<FeedItem> items, FeedCursor cursor, long behind) {
    public FeedPage {
        items = List.copyOf(items);
    }
}
