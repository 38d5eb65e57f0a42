/**
 * How a service reads the feed of events: every event once, in the order of its shard, from a cursor that never goes bad.
 *
 * <p>A consumer registers a name, asks for its cursors (one a shard) and stores them; then it reads page by page, and
 * stores with each page's effects, in one transaction, the page's cursor in place of the one that it read from. A
 * {@link io.clientele.contract.feed.FeedReader} fetches the next page while the last one is worked on. What goes wrong is
 * a {@link io.clientele.contract.feed.FeedFailure}. {@link io.clientele.contract.feed.ShardPosition} is what a cursor says
 * to the service that gives it out; consumers need not look inside.
 */
@NullMarked
package io.clientele.contract.feed;

import org.jspecify.annotations.NullMarked;
