package io.clientele.funnel.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.feed.ShardPosition;
import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.CallersContext;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;

/**
 * One beat for all who wait for events: it reads the checkpoints, then refreshes, so that a search shows everything up to
 * them. It beats while somebody waits, and no faster than configured however many do.
 */
@ApplicationScoped
class RefreshBeat {

    private final ShardStats stats;
    private final Elasticsearch elasticsearch;
    private final Vertx vertx;
    private final long intervalNanos;

    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private boolean beating;
    private long begun;
    private volatile @Nullable EventShards shown;

    RefreshBeat(ShardStats stats, Elasticsearch elasticsearch, Vertx vertx, FeedConfig config) {
        this.stats = stats;
        this.elasticsearch = elasticsearch;
        this.vertx = vertx;
        this.intervalNanos = config.refreshEvery().toNanos();
        this.begun = System.nanoTime() - intervalNanos;
    }

    /**
     * Completes with the shards as soon as searches show something after the position, or when the time is over; at once
     * if they are of another index or history.
     *
     * @throws io.clientele.elasticsearch.client.ElasticsearchFailure (through the {@code Uni}) if a beat fails meanwhile
     * @throws FeedRefusal (through the {@code Uni}) STORE_UNAVAILABLE likewise
     */
    Uni<EventShards> beyond(ShardPosition position, Duration patience) {
        EventShards known = shown;
        if (known != null && hasBeyond(known, position)) {
            return Uni.createFrom().item(known);
        }
        return Uni.createFrom().emitter(emitter -> {
            Waiting newcomer =
                    new Waiting(position, System.nanoTime(), patience.toNanos(), emitter, CallersContext.capture());
            emitter.onTermination(() -> forget(newcomer));
            admit(newcomer);
        });
    }

    private static boolean hasBeyond(EventShards shards, ShardPosition position) {
        return shards.find(position)
                .filter(shard -> shard.checkpoint() > position.position())
                .isPresent();
    }

    private synchronized void admit(Waiting newcomer) {
        waiting.add(newcomer);
        schedule();
    }

    private synchronized void forget(Waiting gone) {
        waiting.remove(gone);
    }

    private synchronized void schedule() {
        if (beating || waiting.isEmpty()) {
            return;
        }
        beating = true;
        long rest = begun + intervalNanos - System.nanoTime();
        // Vert.x takes whole milliseconds, at least one.
        vertx.setTimer(Math.max(1, Duration.ofNanos(rest).toMillis()), timer -> beat());
    }

    private void beat() {
        long now = System.nanoTime();
        synchronized (this) {
            begun = now;
        }
        stats.now().flatMap(this::show).subscribe().with(shards -> end(shards, now), this::fail);
    }

    /** Refreshes, unless all is shown already. */
    private Uni<EventShards> show(EventShards seen) {
        return seen.equals(shown)
                ? Uni.createFrom().item(seen)
                : elasticsearch
                        .send("POST", "/" + EventsIndex.WRITE_ALIAS + "/_refresh", Map.of(), null)
                        .invoke(answer -> {
                            if (answer.at("/_shards/failed").asInt() > 0) {
                                throw FeedRefusal.unavailable("a copy of a shard of the events cannot be refreshed");
                            }
                        })
                        .replaceWith(seen);
    }

    private void end(EventShards shards, long begunAt) {
        shown = shards;
        release(one -> one.isDone(shards, begunAt), one -> one.emitter().complete(shards));
    }

    private void fail(Throwable failure) {
        release(one -> true, one -> one.emitter().fail(failure));
    }

    private void release(Predicate<Waiting> done, Consumer<Waiting> answer) {
        List<Waiting> released = new ArrayList<>();
        synchronized (this) {
            waiting.stream().filter(done).forEach(released::add);
            released.forEach(waiting::remove);
            beating = false;
            schedule();
        }
        released.forEach(one -> one.context().run(() -> answer.accept(one)));
    }

    /** One who waits. */
    private static final class Waiting {

        private final ShardPosition position;
        private final long since;
        private final long patience;
        private final UniEmitter<? super EventShards> emitter;
        private final CallersContext context;

        Waiting(
                ShardPosition position,
                long since,
                long patience,
                UniEmitter<? super EventShards> emitter,
                CallersContext context) {
            this.position = position;
            this.since = since;
            this.patience = patience;
            this.emitter = emitter;
            this.context = context;
        }

        UniEmitter<? super EventShards> emitter() {
            return emitter;
        }

        CallersContext context() {
            return context;
        }

        /** A beat that began before somebody came cannot tell that there is nothing new. */
        boolean isDone(EventShards shards, long begunAt) {
            boolean timely = begunAt - since >= 0;
            boolean inVain =
                    begunAt - since >= patience || shards.find(position).isEmpty();
            return hasBeyond(shards, position) || (timely && inVain);
        }
    }
}
