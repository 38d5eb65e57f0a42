package io.clientele.profile.rekey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.customer.IdentityLock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What funnel-service is still to be told: the table {@code rekey_task}, as the one sees it who tells. */
final class RekeyLeases {

    private RekeyLeases() {}

    /**
     * A task that this instance may send for a while.
     *
     * @param decision the number of the decision
     */
    record Leased(RekeyTask task, long decision, long generation, int attempts) {}

    /** Takes tasks to send; until the lease is over no other instance takes them. */
    static Uni<List<Leased>> lease(SqlConnection transaction, int limit, long leaseMillis) {
        return transaction
                .preparedQuery("""
                        UPDATE rekey_task SET
                            not_before = now() + $2 * interval '1 millisecond', attempts = attempts + 1
                        WHERE (home, since) IN (
                            SELECT home, since FROM rekey_task
                            WHERE not_before <= now() AND NOT EXISTS (
                                -- Not while it is being erased: a copy could be written behind the erasure's back.
                                SELECT FROM erasure_home
                                WHERE erasure_home.home IN (rekey_task.home, rekey_task.customer_id))
                            ORDER BY not_before LIMIT $1 FOR UPDATE SKIP LOCKED)
                        RETURNING home, since, until, customer_id, decision, generation, attempts""")
                .execute(Tuple.of(limit, (double) leaseMillis))
                .map(rows -> {
                    List<Leased> leased = new ArrayList<>();
                    rows.forEach(row -> leased.add(leased(row)));
                    return leased;
                });
    }

    /**
     * What became of a task that was sent.
     *
     * @param done whether nothing is left to do
     * @param afterMillis what is left is sent after so long
     * @param failure what was in the way; null: the call did its part, so that failures count from the beginning
     */
    record Settled(
            Leased leased,
            boolean done,
            long afterMillis,
            @Nullable String failure) {}

    /**
     * Forgets tasks that are done and lets the others be sent again; also those that are done and were asked for anew
     * while they were sent.
     */
    static Uni<Void> settle(SqlConnection transaction, List<Settled> settled) {
        List<Leased> done =
                settled.stream().filter(Settled::done).map(Settled::leased).toList();
        List<Leased> all = settled.stream().map(Settled::leased).toList();
        return locked(transaction, all)
                .chain(() -> transaction
                        .preparedQuery("""
                                DELETE FROM rekey_task USING unnest($1::text[], $2::bigint[], $3::bigint[])
                                    AS done (home, since, generation)
                                WHERE rekey_task.home = done.home AND rekey_task.since = done.since
                                    AND rekey_task.generation = done.generation""")
                        .execute(Tuple.of(homes(done), sinces(done), of(done, Leased::generation))))
                .chain(() -> transaction
                        .preparedQuery("""
                                UPDATE rekey_task SET
                                    not_before = now() + settled.after * interval '1 millisecond',
                                    failure = settled.failure,
                                    attempts = CASE WHEN settled.failure IS NULL THEN 0 ELSE attempts END
                                FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])
                                    AS settled (home, since, after, failure)
                                WHERE rekey_task.home = settled.home AND rekey_task.since = settled.since""")
                        .execute(Tuple.of(
                                homes(all),
                                sinces(all),
                                settled.stream().map(Settled::afterMillis).toArray(Long[]::new),
                                settled.stream().map(Settled::failure).toArray(String[]::new))))
                .replaceWithVoid();
    }

    /**
     * Lets tasks be sent again whose request came to nothing. That is not held against any of them, but the request may
     * still be under way.
     */
    static Uni<Void> putBack(SqlConnection transaction, List<Leased> leased, String failure) {
        return locked(transaction, leased)
                .chain(() -> transaction
                        .preparedQuery("""
                        UPDATE rekey_task SET not_before = now(), failure = $3, attempts = greatest(attempts - 1, 1)
                        WHERE (home, since) IN (SELECT * FROM unnest($1::text[], $2::bigint[]))""")
                        .execute(Tuple.of(homes(leased), sinces(leased), failure))
                        .replaceWithVoid());
    }

    /** Locks tasks in the order of their keys, in which they are asked for as well, while nobody resettles any home. */
    private static Uni<Void> locked(SqlConnection transaction, List<Leased> leased) {
        return IdentityLock.shared(transaction)
                .chain(() -> transaction
                        .preparedQuery("""
                        SELECT FROM rekey_task WHERE (home, since) IN (SELECT * FROM unnest($1::text[], $2::bigint[]))
                        ORDER BY home, since FOR UPDATE""")
                        .execute(Tuple.of(homes(leased), sinces(leased)))
                        .replaceWithVoid());
    }

    private static String[] homes(List<Leased> leased) {
        return leased.stream().map(one -> one.task().home()).toArray(String[]::new);
    }

    private static Long[] sinces(List<Leased> leased) {
        return of(leased, one -> one.task().since());
    }

    private static Long[] of(List<Leased> leased, Function<Leased, Long> number) {
        return leased.stream().map(number).toArray(Long[]::new);
    }

    private static Leased leased(Row row) {
        RekeyTask task = new RekeyTask(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3));
        return new Leased(task, row.getLong(4), row.getLong(5), row.getInteger(6));
    }
}
