package io.clientele.funnel.feed;

import java.util.Optional;
import java.util.SortedMap;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;

/**
 * The index of events at one moment.
 *
 * @param index its uuid
 * @param shards every shard by its number, from 0 without gap
 */
record EventShards(String index, SortedMap<Integer, Shard> shards) {

    /**
     * One shard.
     *
     * @param history the uuid of its history
     * @param checkpoint the highest position up to which everything is on all its copies' disks; -1 if there is nothing
     */
    record Shard(String history, long checkpoint) {}

    /**
     * The shard that a position is in.
     *
     * @throws FeedRefusal FEED_HISTORY_CHANGED if the shard has another history, or the index none of this number
     */
    Shard of(ShardPosition position) {
        return find(position).orElseThrow(FeedRefusal::historyChanged);
    }

    /** The shard that a position is in, if it is in one of this index and has the same history. */
    Optional<Shard> find(ShardPosition position) {
        return Optional.ofNullable(shards.get(position.shard()))
                .filter(shard -> isOf(position) && shard.history().equals(position.history()));
    }

    /** Whether a position is of this index, whatever its shard and history. */
    boolean isOf(ShardPosition position) {
        return position.index().equals(index);
    }

    /** A place in a shard of this index. */
    FeedCursor cursor(int shard, long position) {
        Shard found = shards.get(shard);
        if (found == null) {
            throw new IllegalArgumentException("there is no shard " + shard);
        }
        return new ShardPosition(index, shard, found.history(), position).cursor();
    }
}
