/**
 * How a service with a database of its own consumes the feed of events.
 *
 * <p>The instances of a service share the feed's shards by leases ({@link io.clientele.consumer.FeedConsumer}). Each page of a
 * shard is worked on in one transaction, in which its cursor moves by compare-and-set
 * ({@link io.clientele.consumer.FeedCursors#advance}); that makes the page's effects happen once. An event that cannot be
 * worked on is set aside ({@link io.clientele.consumer.PageByPage}). The service's migrations make the tables {@code
 * feed_cursor}, {@code feed_lease}, {@code fold_instance} and {@code feed_poison}.
 */
@NullMarked
package io.clientele.consumer;

import org.jspecify.annotations.NullMarked;
