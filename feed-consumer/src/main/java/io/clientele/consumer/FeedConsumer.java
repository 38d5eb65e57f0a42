package io.clientele.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedException;
import io.clientele.contract.feed.FeedFailure;
import io.clientele.database.Database;
import io.clientele.rounds.Rounds;
import io.smallrye.mutiny.Uni;

/**
 * One instance that consumes: it takes its share of the shards, reads them side by side, and takes over those of instances
 * that are not heard of any more.
 */
public final class FeedConsumer {

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String owner;
    private final Database database;
    private final FeedClient client;
    private final PageByPage pages;
    private final ConsumerSettings settings;
    private final FeedProgress progress;
    private final Rounds leases;
    private final Map<Integer, Rounds> shards = new HashMap<>();
    private boolean registered;
    private boolean stopped;

    /**
     * A consumer that is not begun.
     *
     * @param owner this instance, by a name that no other has
     */
    public FeedConsumer(
            String owner,
            Database database,
            FeedClient client,
            PageByPage pages,
            ConsumerSettings settings,
            FeedProgress progress) {
        this.owner = owner;
        this.database = database;
        this.client = client;
        this.pages = pages;
        this.settings = settings;
        this.progress = progress;
        this.leases = new Rounds("taking shards of the feed", FIRST_PAUSE, LONGEST_PAUSE, this::round);
    }

    /** Begins. */
    public void start() {
        leases.start();
    }

    /** Ends, and gives the shards up for others to take at once. */
    public Uni<Void> stop() {
        abandon();
        return database.inTransaction(transaction -> Shards.leave(transaction, settings.consumer(), owner));
    }

    /** Ends as if it were killed: its leases run out. */
    public synchronized void abandon() {
        stopped = true;
        leases.stop();
        hold(Set.of());
    }

    /** What is in the way: by shard, -1 standing for all of them; empty if nothing is. */
    public synchronized Map<Integer, String> obstacles() {
        Map<Integer, String> obstacles = new TreeMap<>();
        put(obstacles, -1, leases.obstacle());
        shards.forEach((shard, rounds) -> put(obstacles, shard, rounds.obstacle()));
        return obstacles;
    }

    /** The shards that it reads. */
    public synchronized Set<Integer> held() {
        return Set.copyOf(shards.keySet());
    }

    private static void put(Map<Integer, String> obstacles, int shard, @Nullable String obstacle) {
        if (obstacle != null) {
            obstacles.put(shard, obstacle);
        }
    }

    private Uni<Duration> round() {
        return begun().chain(() -> database.inTransaction(
                        transaction -> Shards.claim(transaction, settings.consumer(), owner, settings.lease())))
                .invoke(this::hold)
                .chain(this::reportProgress)
                .replaceWith(settings.lease().dividedBy(3));
    }

    /** Sees to it that the consumer is registered and has cursors that the feed knows. */
    private Uni<Void> begun() {
        if (registered) {
            return Uni.createFrom().voidItem();
        }
        return stage(() -> client.register(settings.consumer()))
                .chain(this::renewCursors)
                .invoke(() -> registered = true);
    }

    private Uni<Void> renewCursors() {
        return cursors()
                .chain(known -> stage(() -> client.cursors(settings.consumer(), known))
                        .chain(cursors -> cursors.equals(known)
                                ? Uni.createFrom().voidItem()
                                : database.inTransaction(transaction ->
                                        FeedCursors.replace(transaction, settings.consumer(), known, cursors))));
    }

    private Uni<List<FeedCursor>> cursors() {
        return database.onConnection(connection -> FeedCursors.load(connection, settings.consumer()));
    }

    private static <T> Uni<T> stage(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom().completionStage(call);
    }

    /** Tells the feed how far it has got; nothing hangs on it, so a failure is only written down. */
    private Uni<Void> reportProgress() {
        return cursors()
                .chain(cursors -> stage(() -> client.committed(settings.consumer(), cursors)))
                .onFailure(FeedException.class)
                .recoverWithUni(failure -> {
                    LOG.debugf("The feed was not told of progress: %s", failure.getMessage());
                    if (renewal(failure)) {
                        registered = false;
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    private synchronized void hold(Set<Integer> held) {
        Set<Integer> lost = new HashSet<>(shards.keySet());
        lost.removeAll(held);
        for (int shard : lost) {
            Rounds rounds = shards.remove(shard);
            if (rounds != null) {
                rounds.stop();
                progress.left(shard);
            }
        }
        if (stopped) {
            return;
        }
        for (int shard : held) {
            shards.computeIfAbsent(shard, this::begin);
        }
    }

    private Rounds begin(int shard) {
        ShardReading reading = new ShardReading(shard, database, client, pages, settings, progress);
        return new Rounds(
                        "reading shard " + shard,
                        FIRST_PAUSE,
                        LONGEST_PAUSE,
                        () -> reading.round()
                                .onFailure(FeedConsumer::renewal)
                                // After a split, or when the feed has forgotten this consumer: the next claim begins
                                // anew.
                                .invoke(() -> registered = false))
                .start();
    }

    private static boolean renewal(Throwable failure) {
        return failure instanceof FeedException feed
                && switch (feed.failure()) {
                    case FeedFailure.ShardsChanged _, FeedFailure.UnknownConsumer _ -> true;
                    case FeedFailure.HistoryChanged _,
                            FeedFailure.InvalidCursor _,
                            FeedFailure.InvalidRequest _,
                            FeedFailure.Unauthenticated _,
                            FeedFailure.Unavailable _ -> false;
                };
    }
}
