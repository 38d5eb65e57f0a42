package io.clientele.funnel.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.feed.ShardPosition;
import io.smallrye.mutiny.Uni;

/** Tells how far consumers are. */
@ApplicationScoped
class ConsumerProgress {

    private final Consumers consumers;
    private final ShardStats stats;

    ConsumerProgress(Consumers consumers, ShardStats stats) {
        this.consumers = consumers;
        this.stats = stats;
    }

    /**
     * How far a consumer is.
     *
     * @param registeredAt ISO-8601
     * @param committedAt when it last told; absent if it never did
     * @param behind positions that it has not committed, in all shards
     */
    public record Progress(
            String name, String registeredAt, Optional<String> committedAt, long behind, List<ShardProgress> shards) {}

    /**
     * How far it is in one shard.
     *
     * @param committed the position that it told last, -1 if none of this index
     * @param checkpoint the highest position that there is
     */
    public record ShardProgress(int shard, long committed, long checkpoint) {

        long behind() {
            return Math.max(0, checkpoint - committed);
        }
    }

    /** All consumers by name. */
    Uni<List<Progress>> now() {
        return FeedRefusal.told(consumers
                .all()
                .flatMap(all -> all.isEmpty()
                        ? Uni.createFrom().item(List.<Progress>of())
                        : stats.now()
                                .map(shards -> all.stream()
                                        .map(consumer -> progress(consumer, shards))
                                        .toList())));
    }

    private static Progress progress(Consumers.Registered consumer, EventShards events) {
        Map<Integer, Long> committed = consumer.committed().stream()
                .filter(position -> events.find(position).isPresent())
                .collect(Collectors.toMap(ShardPosition::shard, ShardPosition::position, Math::max));
        List<ShardProgress> shards = events.shards().entrySet().stream()
                .map(shard -> new ShardProgress(
                        shard.getKey(),
                        committed.getOrDefault(shard.getKey(), ShardPosition.BEFORE_ALL),
                        shard.getValue().checkpoint()))
                .toList();
        return new Progress(
                consumer.name(),
                consumer.registeredAt(),
                consumer.committedAt(),
                shards.stream().mapToLong(ShardProgress::behind).sum(),
                shards);
    }
}
