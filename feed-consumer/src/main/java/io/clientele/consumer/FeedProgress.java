package io.clientele.consumer;

import java.time.Instant;

/** Is told how the consumption of the feed gets on. */
public interface FeedProgress {

    /** A page was worked on, and so many customers with it. */
    void done(ShardPage page, int customers);

    /** So many positions of a shard are behind its last page. */
    void reached(int shard, long positions);

    /** Everything of a shard was worked on that could be read at an instant. */
    default void level(int shard, Instant at) {}

    /** A shard is another instance's now, or nobody's. */
    void left(int shard);

    /** An event was set aside that looked well. */
    void setAside();
}
