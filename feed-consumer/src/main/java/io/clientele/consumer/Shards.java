package io.clientele.consumer;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables {@code fold_instance} and {@code feed_lease}: which instance folds which shards. */
final class Shards {

    private Shards() {}

    /**
     * Renews an instance's leases, gives up what is more than its share, and takes what nobody holds up to its share.
     *
     * @return the shards that it holds until the lease is over
     */
    static Uni<Set<Integer>> claim(SqlConnection transaction, String consumer, String owner, Duration lease) {
        Tuple self = Tuple.of(consumer, owner, (double) lease.toMillis());
        return transaction
                .preparedQuery("""
                        INSERT INTO fold_instance (consumer, owner, alive_until)
                        VALUES ($1, $2, now() + $3 * interval '1 millisecond')
                        ON CONFLICT (consumer, owner) DO UPDATE SET alive_until = excluded.alive_until""")
                .execute(self)
                // Claims of one consumer one after the other, so that two instances do not both find the same shard
                // free.
                .chain(() -> transaction
                        .preparedQuery("SELECT pg_advisory_xact_lock(hashtext('feed_lease'), hashtext($1))")
                        .execute(Tuple.of(consumer)))
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM fold_instance WHERE consumer = $1 AND alive_until < now()")
                        .execute(Tuple.of(consumer)))
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM feed_lease WHERE consumer = $1 AND lease_until < now()")
                        .execute(Tuple.of(consumer)))
                .chain(() -> transaction.preparedQuery("""
                                WITH share AS (
                                    SELECT ceil((SELECT count(*) FROM feed_cursor WHERE consumer = $1)::numeric
                                        / (SELECT count(*) FROM fold_instance WHERE consumer = $1)) AS most),
                                candidate AS (
                                    SELECT cursor.shard, row_number() OVER (
                                        ORDER BY lease.owner IS NULL, cursor.shard) AS rank
                                    FROM feed_cursor AS cursor
                                        LEFT JOIN feed_lease AS lease
                                        ON lease.consumer = cursor.consumer AND lease.shard = cursor.shard
                                    WHERE cursor.consumer = $1 AND (lease.owner = $2 OR lease.owner IS NULL)),
                                surplus AS (
                                    DELETE FROM feed_lease USING candidate, share
                                    WHERE feed_lease.consumer = $1 AND feed_lease.owner = $2
                                        AND feed_lease.shard = candidate.shard AND rank > most)
                                INSERT INTO feed_lease (consumer, shard, owner, lease_until)
                                SELECT $1, shard, $2, now() + $3 * interval '1 millisecond'
                                FROM candidate, share WHERE rank <= most
                                ON CONFLICT (consumer, shard) DO UPDATE SET lease_until = excluded.lease_until
                                RETURNING shard""").execute(self))
                .map(rows -> {
                    Set<Integer> held = new HashSet<>();
                    rows.forEach(row -> held.add(row.getInteger(0)));
                    return held;
                });
    }

    /** Gives everything up, so that others need not wait. */
    static Uni<Void> leave(SqlConnection transaction, String consumer, String owner) {
        return transaction
                .preparedQuery("DELETE FROM feed_lease WHERE consumer = $1 AND owner = $2")
                .execute(Tuple.of(consumer, owner))
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM fold_instance WHERE consumer = $1 AND owner = $2")
                        .execute(Tuple.of(consumer, owner)))
                .replaceWithVoid();
    }
}
