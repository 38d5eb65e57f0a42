package io.clientele.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.edge.CodedException;

/**
 * A page of one shard, to be worked on in one transaction.
 *
 * @param from the cursor that it was read from
 * @param to the cursor after it
 * @param delivered the events that can be worked on, in the feed's order
 * @param poison those that cannot
 */
public record ShardPage(FeedCursor from, FeedCursor to, List<FeedItem.Delivered> delivered, List<Poison> poison) {

    /** An event that is set aside. */
    public record Poison(long position, String messageId, String reason) {

        static Poison of(FeedItem.Delivered delivered, String reason) {
            return new Poison(delivered.position(), delivered.event().messageId(), reason);
        }
    }

    /**
     * A page as it was read.
     *
     * @param check refuses an event that cannot be worked on, which is set aside with the reason
     */
    public static ShardPage of(FeedCursor from, FeedPage page, Consumer<Event> check) {
        List<FeedItem.Delivered> delivered = new ArrayList<>(page.items().size());
        List<Poison> poison = new ArrayList<>();
        for (FeedItem item : page.items()) {
            switch (item) {
                case FeedItem.Unreadable(long position, String messageId, String reason) ->
                    poison.add(new Poison(position, messageId, reason));
                case FeedItem.Delivered event -> {
                    try {
                        check.accept(event.event());
                        delivered.add(event);
                    } catch (CodedException refused) {
                        poison.add(
                                Poison.of(event, refused.code() + " " + refused.field() + ": " + refused.getMessage()));
                    }
                }
            }
        }
        return new ShardPage(from, page.cursor(), delivered, poison);
    }

    /** The events that can be worked on, in the feed's order. */
    public List<Event> events() {
        return delivered.stream().map(FeedItem.Delivered::event).toList();
    }

    /** Whether it is worth a transaction. */
    boolean moved() {
        return !from.equals(to) || !delivered.isEmpty() || !poison.isEmpty();
    }

    /** The page up to the middle of its events, of which there are at least two. */
    ShardPage firstHalf() {
        return new ShardPage(
                from,
                middle(),
                delivered.subList(0, delivered.size() / 2),
                poison.stream()
                        .filter(one -> one.position() <= middlePosition())
                        .toList());
    }

    /** The page after {@link #firstHalf}. */
    ShardPage secondHalf() {
        return new ShardPage(
                middle(),
                to,
                delivered.subList(delivered.size() / 2, delivered.size()),
                poison.stream().filter(one -> one.position() > middlePosition()).toList());
    }

    /** The page with all its events set aside. */
    ShardPage setAside(String reason) {
        List<Poison> all = new ArrayList<>(poison);
        delivered.forEach(one -> all.add(Poison.of(one, reason)));
        return new ShardPage(from, to, List.of(), all);
    }

    private FeedCursor middle() {
        return ShardPosition.of(from).at(middlePosition()).cursor();
    }

    private long middlePosition() {
        return delivered.get(delivered.size() / 2 - 1).position();
    }
}
