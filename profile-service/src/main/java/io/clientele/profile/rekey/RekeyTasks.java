package io.clientele.profile.rekey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code rekey_task}. */
public final class RekeyTasks {

    private RekeyTasks() {}

    /**
     * Asks for tasks, in place of those that there are of the same home and time.
     *
     * @param resettled homes whose runs are others now: all that was asked for them before is void
     */
    public static Uni<Void> request(
            SqlConnection transaction, Collection<String> resettled, Collection<RekeyTask> tasks) {
        return forget(transaction, resettled).chain(() -> add(transaction, tasks));
    }

    private static Uni<Void> forget(SqlConnection transaction, Collection<String> homes) {
        return homes.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("DELETE FROM rekey_task WHERE home = ANY($1)")
                        .execute(Tuple.of(homes.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> add(SqlConnection transaction, Collection<RekeyTask> tasks) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO rekey_task (home, since, until, customer_id)
                        SELECT home, since, until, customer_id
                        FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])
                            AS task (home, since, until, customer_id)
                        ORDER BY home, since
                        ON CONFLICT (home, since) DO UPDATE SET
                            until = excluded.until, customer_id = excluded.customer_id,
                            generation = excluded.generation, attempts = 0, failure = NULL""")
                .execute(Tuple.of(
                        texts(tasks, RekeyTask::home),
                        numbers(tasks, RekeyTask::since),
                        numbers(tasks, RekeyTask::until),
                        texts(tasks, RekeyTask::customer)))
                .replaceWithVoid();
    }

    /** A task that this instance may send for a while. */
    record Leased(RekeyTask task, long generation, int attempts) {}

    /** Takes tasks to send; until the lease is over no other instance takes them. */
    static Uni<List<Leased>> lease(SqlConnection transaction, int limit, long leaseMillis) {
        return transaction
                .preparedQuery("""
                        UPDATE rekey_task SET
                            not_before = now() + $2 * interval '1 millisecond', attempts = attempts + 1
                        WHERE (home, since) IN (
                            SELECT home, since FROM rekey_task WHERE not_before <= now()
                            ORDER BY not_before LIMIT $1 FOR UPDATE SKIP LOCKED)
                        RETURNING home, since, until, customer_id, generation, attempts""")
                .execute(Tuple.of(limit, (double) leaseMillis))
                .map(rows -> {
                    List<Leased> leased = new ArrayList<>();
                    rows.forEach(row -> leased.add(leased(row)));
                    return leased;
                });
    }

    /** Forgets a task that is done, unless it was asked for anew while it was sent. */
    static Uni<Void> done(SqlConnection transaction, Leased leased) {
        return transaction
                .preparedQuery("DELETE FROM rekey_task WHERE home = $1 AND since = $2 AND generation = $3")
                .execute(Tuple.of(leased.task().home(), leased.task().since(), leased.generation()))
                // One that was asked for anew may go at once: nobody sends it any more.
                .chain(() -> again(transaction, leased, 0, null));
    }

    /** Lets a task be sent again after a while. */
    static Uni<Void> again(SqlConnection transaction, Leased leased, long afterMillis, @Nullable String failure) {
        return transaction
                .preparedQuery("""
                        UPDATE rekey_task SET not_before = now() + $3 * interval '1 millisecond', failure = $4
                        WHERE home = $1 AND since = $2""")
                .execute(Tuple.of(leased.task().home(), leased.task().since(), (double) afterMillis, failure))
                .replaceWithVoid();
    }

    private static Leased leased(Row row) {
        RekeyTask task = new RekeyTask(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3));
        return new Leased(task, row.getLong(4), row.getInteger(5));
    }

    private static String[] texts(Collection<RekeyTask> tasks, Function<RekeyTask, String> column) {
        return tasks.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<RekeyTask> tasks, Function<RekeyTask, Long> column) {
        return tasks.stream().map(column).toArray(Long[]::new);
    }
}
