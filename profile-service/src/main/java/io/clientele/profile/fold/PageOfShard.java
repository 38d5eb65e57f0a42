package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.List;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.FeedPage;
import io.clientele.edge.CodedException;
import io.clientele.profile.trait.Traits;

/**
 * A page to be folded.
 *
 * @param from the cursor that it was read from
 * @param to the cursor after it
 * @param events those that can be folded, in the feed's order
 * @param poison those that cannot
 */
record PageOfShard(FeedCursor from, FeedCursor to, List<Event> events, List<Poison> poison) {

    /** An event that is set aside. */
    record Poison(long position, String messageId, String reason) {}

    static PageOfShard of(FeedCursor from, FeedPage page) {
        List<Event> events = new ArrayList<>(page.items().size());
        List<Poison> poison = new ArrayList<>();
        for (FeedItem item : page.items()) {
            switch (item) {
                case FeedItem.Unreadable(long position, String messageId, String reason) ->
                    poison.add(new Poison(position, messageId, reason));
                case FeedItem.Delivered(long position, Event event) -> {
                    try {
                        Traits.check(event.traits());
                        events.add(event);
                    } catch (CodedException refused) {
                        poison.add(new Poison(
                                position,
                                event.messageId(),
                                refused.code() + " " + refused.field() + ": " + refused.getMessage()));
                    }
                }
            }
        }
        return new PageOfShard(from, page.cursor(), events, poison);
    }

    /** Whether it is worth a transaction. */
    boolean moved() {
        return !from.equals(to) || !events.isEmpty() || !poison.isEmpty();
    }
}
