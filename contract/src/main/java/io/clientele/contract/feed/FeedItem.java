package io.clientele.contract.feed;

import io.clientele.contract.event.Event;

/** One event of the feed, at its position. */
public sealed interface FeedItem {

    /** Its place in its shard: 0 or more, rising, with gaps, and the same for ever. */
    long position();

    /** An event as it was taken in: its customer is the one that its message named, whatever became known later. */
    record Delivered(long position, Event event) implements FeedItem {}

    /**
     * A stored document that this version cannot read as an event. It will be delivered so again: set it aside and go on.
     *
     * @param messageId the document's id
     * @param reason one clause for people, without personal data
     */
    record Unreadable(long position, String messageId, String reason) implements FeedItem {}
}
