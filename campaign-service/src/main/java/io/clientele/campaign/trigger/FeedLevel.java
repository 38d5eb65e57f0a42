package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.consumer.FeedProgress;
import io.clientele.consumer.ShardPage;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Keeps up to when the feed is read, in the table {@code feed_level}: whoever waits for what did not happen must know that it
 * would have been read.
 */
@ApplicationScoped
class FeedLevel implements FeedProgress {

    private static final Duration BEAT = Duration.ofMillis(250);

    /** An acknowledged event can be read after a quarter of a second; the rest is for clocks that differ. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Database database;
    private final TriggerConfig config;
    private final TriggerMeters meters;
    private final Map<Integer, Instant> untold = new ConcurrentHashMap<>();

    FeedLevel(Database database, TriggerConfig config, TriggerMeters meters) {
        this.database = database;
        this.config = config;
        this.meters = meters;
    }

    @Override
    public void done(ShardPage page, int customers) {
        meters.done(page, customers);
    }

    @Override
    public void reached(int shard, long positions) {
        meters.reached(shard, positions);
    }

    @Override
    public void level(int shard, Instant at) {
        untold.merge(shard, at.minus(SETTLE), (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public void left(int shard) {
        meters.left(shard);
    }

    @Override
    public void setAside() {
        meters.setAside();
    }

    /** Stores what was reached since the last round; gives the pause until the next. */
    Uni<Duration> round() {
        Map<Integer, Instant> reached = Map.copyOf(untold);
        if (reached.isEmpty()) {
            return Uni.createFrom().item(BEAT);
        }
        List<Map.Entry<Integer, Instant>> rows = List.copyOf(reached.entrySet());
        return database.inTransaction(transaction -> transaction
                        .preparedQuery("""
                                INSERT INTO feed_level (consumer, shard, read_until)
                                SELECT $1, * FROM unnest($2::integer[], $3::timestamptz[]) ORDER BY 2
                                ON CONFLICT (consumer, shard) DO UPDATE
                                    SET read_until = greatest(feed_level.read_until, excluded.read_until)""")
                        .execute(Tuple.of(
                                config.consumer(),
                                rows.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
                                rows.stream()
                                        .map(row -> Enrolments.time(row.getValue()))
                                        .toArray(OffsetDateTime[]::new))))
                .invoke(() -> reached.forEach(untold::remove))
                .replaceWith(BEAT);
    }
}
