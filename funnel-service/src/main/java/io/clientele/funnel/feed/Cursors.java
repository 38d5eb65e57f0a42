package io.clientele.funnel.feed;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;
import io.smallrye.mutiny.Uni;

/**
 * Gives out cursors, and tells those that have become stale from those that never were good.
 *
 * <p>A split keeps every sequence number; shard t of the new index holds what it holds of shard t mod n of the old one,
 * where n is how many shards that had (as Elasticsearch 9 routes).
 */
@ApplicationScoped
class Cursors {

    private final Lineage lineage;

    Cursors(Lineage lineage) {
        this.lineage = lineage;
    }

    /**
     * Completes with the shard of a position.
     *
     * @throws FeedRefusal (through the {@code Uni}) FEED_SHARDS_CHANGED if the index is a split of the position's, else
     *     FEED_HISTORY_CHANGED
     */
    Uni<EventShards.Shard> check(EventShards shards, ShardPosition position) {
        return shards.find(position)
                .map(shard -> Uni.createFrom().item(shard))
                .orElseGet(() -> lineage.shardsOf(position.index(), shards).map(before -> {
                    throw before > 0 ? FeedRefusal.shardsChanged() : FeedRefusal.historyChanged();
                }));
    }

    /**
     * The cursors to go on from, in the order of their shards.
     *
     * @param known none to begin; otherwise of every shard exactly one
     * @throws FeedRefusal (through the {@code Uni}) INVALID_CURSOR or FEED_HISTORY_CHANGED
     */
    Uni<List<FeedCursor>> from(EventShards shards, List<ShardPosition> known) {
        return lineage.sign(shards).flatMap(signed -> {
            if (known.isEmpty()) {
                return Uni.createFrom().item(beginnings(shards));
            }
            SortedMap<Integer, ShardPosition> byShard = complete(known);
            if (shards.isOf(known.getFirst())) {
                return Uni.createFrom().item(same(shards, byShard));
            }
            return lineage.shardsOf(known.getFirst().index(), shards)
                    .map(before -> successors(shards, byShard, before));
        });
    }

    private static List<FeedCursor> beginnings(EventShards shards) {
        return shards.shards().keySet().stream()
                .map(shard -> shards.cursor(shard, ShardPosition.BEFORE_ALL))
                .toList();
    }

    /** The known cursors by their shards: all of one index, and from 0 on without gap. */
    private static SortedMap<Integer, ShardPosition> complete(List<ShardPosition> known) {
        SortedMap<Integer, ShardPosition> byShard = new TreeMap<>();
        known.forEach(position -> byShard.put(position.shard(), position));
        boolean oneIndex = known.stream().map(ShardPosition::index).distinct().count() == 1;
        if (!oneIndex || byShard.size() != known.size() || byShard.lastKey() != byShard.size() - 1) {
            throw FeedRefusal.invalidCursor("known", "all cursors of one index are wanted, one a shard");
        }
        return byShard;
    }

    private static List<FeedCursor> same(EventShards shards, SortedMap<Integer, ShardPosition> byShard) {
        byShard.values().forEach(shards::of);
        if (byShard.size() != shards.shards().size()) {
            throw FeedRefusal.invalidCursor("known", "cursors of some shards are missing");
        }
        return byShard.values().stream()
                .sorted(Comparator.comparingInt(ShardPosition::shard))
                .map(ShardPosition::cursor)
                .toList();
    }

    private static List<FeedCursor> successors(
            EventShards shards, SortedMap<Integer, ShardPosition> byShard, int before) {
        if (before == 0) {
            throw FeedRefusal.historyChanged();
        }
        if (before != byShard.size()) {
            throw FeedRefusal.invalidCursor("known", "cursors of some shards are missing");
        }
        return shards.shards().keySet().stream()
                .map(shard -> shards.cursor(shard, origin(byShard, shard).position()))
                .toList();
    }

    private static ShardPosition origin(SortedMap<Integer, ShardPosition> byShard, int shard) {
        ShardPosition origin = byShard.get(shard % byShard.size());
        if (origin == null) {
            throw new IllegalArgumentException("the origin of shard " + shard + " is missing");
        }
        return origin;
    }
}
