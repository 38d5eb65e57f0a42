package io.clientele.profile.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.fold.Stretch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of erasures; all their statements. */
final class ErasureRequests {

    private ErasureRequests() {}

    /**
     * An erasure that is not finished.
     *
     * @param customer an id of the customer
     * @param erasedUntil events received up to then are erased; null: PostgreSQL is not erased yet
     * @param settledAt the last search is not before then; null likewise
     * @param attempts how often it was worked on
     */
    record Open(
            String id,
            String customer,
            @Nullable Instant erasedUntil,
            @Nullable Instant settledAt,
            int attempts) {}

    /** Asks for an erasure, unless this customer's is under way; its id. */
    static Uni<String> add(SqlConnection transaction, String customer, String asked, String who) {
        return transaction
                .preparedQuery("SELECT id FROM erasure_request WHERE customer_id = $1 AND finished_at IS NULL")
                .execute(Tuple.of(customer))
                .chain(found -> found.size() > 0
                        ? Uni.createFrom().item(found.iterator().next().getString(0))
                        : insert(transaction, UUID.randomUUID().toString(), customer, asked, who));
    }

    private static Uni<String> insert(SqlConnection transaction, String id, String customer, String asked, String who) {
        return transaction
                .preparedQuery("""
                        INSERT INTO erasure_request (id, customer_id, asked_hash, requested_by)
                        VALUES ($1, $2, sha256(convert_to($3, 'UTF8')), $4)""")
                .execute(Tuple.of(id, customer, asked, who))
                .replaceWith(id);
    }

    /** Takes the erasure that has waited longest, if any is due; for a while no other instance takes it. */
    static Uni<Optional<Open>> lease(SqlConnection transaction, Duration lease) {
        return transaction
                .preparedQuery("""
                        UPDATE erasure_request SET
                            not_before = now() + $1 * interval '1 millisecond', attempts = attempts + 1
                        WHERE id = (
                            SELECT id FROM erasure_request WHERE finished_at IS NULL AND not_before <= now()
                            ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, customer_id, erased_until, settled_at, attempts""")
                .execute(Tuple.of((double) lease.toMillis()))
                .map(ErasureRequests::open);
    }

    /** An erasure as it stands, locked; empty if it is finished. */
    static Uni<Optional<Open>> lock(SqlConnection transaction, String id) {
        return transaction.preparedQuery("""
                        SELECT id, customer_id, erased_until, settled_at, attempts
                        FROM erasure_request WHERE id = $1 AND finished_at IS NULL FOR UPDATE""").execute(Tuple.of(id)).map(ErasureRequests::open);
    }

    /** PostgreSQL is erased. */
    static Uni<Void> erased(
            SqlConnection transaction, String id, Collection<Stretch> homes, Instant until, Duration settle) {
        return transaction
                .preparedQuery("""
                        INSERT INTO erasure_home (request_id, node_hash, since, until, home)
                        SELECT $1, sha256(convert_to(home, 'UTF8')), since, until, home
                        FROM unnest($2::text[], $3::bigint[], $4::bigint[]) AS stretch (home, since, until)""")
                .execute(Tuple.of(
                        id,
                        homes.stream().map(Stretch::home).toArray(String[]::new),
                        homes.stream().map(Stretch::since).toArray(Long[]::new),
                        homes.stream().map(Stretch::until).toArray(Long[]::new)))
                .chain(() -> transaction.preparedQuery("""
                                UPDATE erasure_request SET
                                    erased_until = $2, settled_at = now() + $3 * interval '1 millisecond'
                                WHERE id = $1""").execute(Tuple.of(id, until.toEpochMilli(), (double)
                        settle.toMillis())))
                .replaceWithVoid();
    }

    /** Whose events are to be erased. */
    static Uni<List<Stretch>> homes(SqlClient client, String id) {
        return client.preparedQuery("SELECT home, since, until FROM erasure_home WHERE request_id = $1 ORDER BY 1, 2")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<Stretch> homes = new ArrayList<>(rows.size());
                    rows.forEach(row -> homes.add(new Stretch(row.getString(0), row.getLong(1), row.getLong(2))));
                    return homes;
                });
    }

    /** Keeps what a store had, the first time. */
    static Uni<Void> found(SqlConnection transaction, String id, String store, Map<String, Long> counts) {
        return counted(transaction, id, store, counts, """
                INSERT INTO erasure_count (request_id, store, kind, found)
                SELECT $1, $2, * FROM unnest($3::text[], $4::bigint[]) ON CONFLICT DO NOTHING""");
    }

    /** Keeps what a search found left. */
    static Uni<Void> left(SqlConnection transaction, String id, String store, Map<String, Long> counts) {
        return counted(transaction, id, store, counts, """
                INSERT INTO erasure_count (request_id, store, kind, found, remaining)
                SELECT $1, $2, kind, 0, number FROM unnest($3::text[], $4::bigint[]) AS counted (kind, number)
                ON CONFLICT (request_id, store, kind) DO UPDATE SET remaining = excluded.remaining""");
    }

    private static Uni<Void> counted(
            SqlConnection transaction, String id, String store, Map<String, Long> counts, String statement) {
        List<String> kinds = List.copyOf(counts.keySet());
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(
                        id,
                        store,
                        kinds.toArray(String[]::new),
                        kinds.stream().map(counts::get).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Lets an erasure be worked on again after a while. */
    static Uni<Void> later(SqlConnection transaction, String id, Duration pause, @Nullable String obstacle) {
        return transaction
                .preparedQuery("""
                        UPDATE erasure_request SET not_before = now() + $2 * interval '1 millisecond', failure = $3
                        WHERE id = $1""")
                .execute(Tuple.of(id, (double) pause.toMillis(), obstacle))
                .replaceWithVoid();
    }

    /** Nothing is left; the customer is not named here either any more. */
    static Uni<Void> finish(SqlConnection transaction, String id, int returned) {
        return transaction
                .preparedQuery("UPDATE erasure_home SET home = NULL WHERE request_id = $1")
                .execute(Tuple.of(id))
                .chain(() -> transaction.preparedQuery("""
                                UPDATE erasure_request SET
                                    customer_id = NULL, failure = NULL, returned = $2, finished_at = clock_timestamp()
                                WHERE id = $1""").execute(Tuple.of(id, returned)))
                .replaceWithVoid();
    }

    /** An erasure as clients see it; empty if there is none. */
    static Uni<Optional<Erasure>> find(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT id, asked_hash, requested_at, requested_by, erased_until, finished_at, failure, returned
                        FROM erasure_request WHERE id = $1""").execute(Tuple.of(id)).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row row = rows.iterator().next();
            return hashes(client, id)
                    .chain(hashes -> counts(client, id).map(counts -> Optional.of(erasure(row, hashes, counts))));
        });
    }

    private static Uni<List<String>> hashes(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT encode(node_hash, 'hex') FROM erasure_home
                        WHERE request_id = $1 AND since = 0 AND until = 9223372036854775807 ORDER BY 1""").execute(Tuple.of(id)).map(rows -> {
            List<String> hashes = new ArrayList<>(rows.size());
            rows.forEach(row -> hashes.add(row.getString(0)));
            return hashes;
        });
    }

    private static Uni<List<ErasureCount>> counts(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT store, kind, found, remaining FROM erasure_count
                        WHERE request_id = $1 ORDER BY store, kind""").execute(Tuple.of(id)).map(rows -> {
            List<ErasureCount> counts = new ArrayList<>(rows.size());
            rows.forEach(row ->
                    counts.add(new ErasureCount(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3))));
            return counts;
        });
    }

    private static Erasure erasure(Row row, List<String> hashes, List<ErasureCount> counts) {
        Long until = row.getLong(4);
        Instant finished = instant(row.getOffsetDateTime(5));
        ErasureState begun = until == null ? ErasureState.REQUESTED : ErasureState.ERASING;
        return new Erasure(
                row.getString(0),
                HexFormat.of().formatHex(row.getBuffer(1).getBytes()),
                finished == null ? begun : ErasureState.FINISHED,
                row.getOffsetDateTime(2).toInstant(),
                row.getString(3),
                until == null ? null : Instant.ofEpochMilli(until),
                finished,
                row.getString(6),
                hashes,
                row.getInteger(7),
                counts);
    }

    private static Optional<Open> open(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        Long until = row.getLong(2);
        return Optional.of(new Open(
                row.getString(0),
                row.getString(1),
                until == null ? null : Instant.ofEpochMilli(until),
                instant(row.getOffsetDateTime(3)),
                row.getInteger(4)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
