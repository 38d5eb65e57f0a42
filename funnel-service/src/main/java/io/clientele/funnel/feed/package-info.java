/**
 * The feed: every event once, in the order of its shard, for services that act on events.
 *
 * <p>An event's position is the sequence number that its home was created with. A home that is re-keyed or erased becomes
 * a tombstone in place; the tombstone of a re-keyed one keeps position and document, so the feed never changes.
 *
 * <p>A read's way: {@code FeedApi} takes it, {@code Consumers} knows the reader, {@code RefreshBeat} waits until there is
 * something that every copy of the shard shows, {@code PositionSearch} asks for a range of positions at once, {@code
 * HitReader} cuts the events out of the answer's bytes, {@code PageText} writes them as lines, and {@code FeedService}
 * makes sure that the index is still the one that the cursor is of.
 */
@NullMarked
package io.clientele.funnel.feed;

import org.jspecify.annotations.NullMarked;
