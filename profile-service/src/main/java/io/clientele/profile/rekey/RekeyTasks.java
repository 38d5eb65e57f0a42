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
     * Decides where events belong and asks for it to be done, in place of what was decided and asked for of the same home
     * and time. A decision that stands keeps its number. That events which were never moved shall lie in their home asks
     * for nothing.
     *
     * @param resettled homes whose runs are others now: all that was decided for them before is void
     */
    public static Uni<Void> request(
            SqlConnection transaction, Collection<String> resettled, Collection<RekeyTask> tasks) {
        return forget(transaction, resettled)
                .chain(() -> tasks.isEmpty() ? Uni.createFrom().voidItem() : decide(transaction, tasks))
                .chain(() -> forgetDecisions(transaction, resettled));
    }

    private static Uni<Void> forget(SqlConnection transaction, Collection<String> homes) {
        return onHomes(transaction, homes, "DELETE FROM rekey_task WHERE home = ANY($1)");
    }

    /** Of a home that was resettled, every run's task is there. */
    private static Uni<Void> forgetDecisions(SqlConnection transaction, Collection<String> homes) {
        return onHomes(transaction, homes, """
                DELETE FROM rekey_decision WHERE home = ANY($1) AND NOT EXISTS (
                    SELECT FROM rekey_task
                    WHERE rekey_task.home = rekey_decision.home AND rekey_task.since = rekey_decision.since)""");
    }

    private static Uni<Void> onHomes(SqlConnection transaction, Collection<String> homes, String statement) {
        return homes.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(statement)
                        .execute(Tuple.of(homes.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> decide(SqlConnection transaction, Collection<RekeyTask> tasks) {
        return transaction
                .preparedQuery("""
                        WITH asked AS (
                            SELECT home COLLATE "C" AS home, since, until, customer_id COLLATE "C" AS customer_id
                            FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])
                                AS task (home, since, until, customer_id)),
                        last AS (
                            SELECT home, max(number) AS number FROM rekey_decision
                            WHERE home IN (SELECT home FROM asked) GROUP BY home),
                        standing AS (
                            SELECT asked.home, asked.since, decided.number
                            FROM asked JOIN rekey_decision AS decided USING (home, since, until, customer_id)),
                        decided AS (
                            INSERT INTO rekey_decision (home, since, until, customer_id, number)
                            SELECT asked.home, asked.since, asked.until, asked.customer_id, greatest(
                                (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, last.number + 1)
                            FROM asked LEFT JOIN last USING (home)
                            WHERE NOT EXISTS (
                                    SELECT FROM standing
                                    WHERE standing.home = asked.home AND standing.since = asked.since)
                                AND (last.home IS NOT NULL OR asked.customer_id <> asked.home)
                            ORDER BY asked.home, asked.since
                            ON CONFLICT (home, since) DO UPDATE SET
                                until = excluded.until, customer_id = excluded.customer_id, number = excluded.number
                            RETURNING home, since, number)
                        INSERT INTO rekey_task (home, since, until, customer_id, decision)
                        SELECT asked.home, asked.since, asked.until, asked.customer_id, numbered.number
                        FROM asked JOIN (TABLE standing UNION ALL TABLE decided) AS numbered USING (home, since)
                        ORDER BY asked.home, asked.since
                        ON CONFLICT (home, since) DO UPDATE SET
                            until = excluded.until, customer_id = excluded.customer_id, decision = excluded.decision,
                            generation = excluded.generation, attempts = 0, failure = NULL""")
                .execute(Tuple.of(
                        texts(tasks, RekeyTask::home),
                        numbers(tasks, RekeyTask::since),
                        numbers(tasks, RekeyTask::until),
                        texts(tasks, RekeyTask::customer)))
                .replaceWithVoid();
    }

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

    /** Forgets a task that is done, unless it was asked for anew while it was sent. */
    static Uni<Void> done(SqlConnection transaction, Leased leased) {
        return transaction
                .preparedQuery("DELETE FROM rekey_task WHERE home = $1 AND since = $2 AND generation = $3")
                .execute(Tuple.of(leased.task().home(), leased.task().since(), leased.generation()))
                // One that was asked for anew may go at once: nobody sends it any more.
                .chain(() -> again(transaction, leased, 0, null));
    }

    /**
     * Lets a task be sent again after a while.
     *
     * @param failure why it has to be; null: the last call did its part, so that failures count from the beginning
     */
    static Uni<Void> again(SqlConnection transaction, Leased leased, long afterMillis, @Nullable String failure) {
        return transaction
                .preparedQuery("""
                        UPDATE rekey_task SET
                            not_before = now() + $3 * interval '1 millisecond', failure = $4,
                            attempts = CASE WHEN $4::text IS NULL THEN 0 ELSE attempts END
                        WHERE home = $1 AND since = $2""")
                .execute(Tuple.of(leased.task().home(), leased.task().since(), (double) afterMillis, failure))
                .replaceWithVoid();
    }

    private static Leased leased(Row row) {
        RekeyTask task = new RekeyTask(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3));
        return new Leased(task, row.getLong(4), row.getLong(5), row.getInteger(6));
    }

    private static String[] texts(Collection<RekeyTask> tasks, Function<RekeyTask, String> column) {
        return tasks.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<RekeyTask> tasks, Function<RekeyTask, Long> column) {
        return tasks.stream().map(column).toArray(Long[]::new);
    }
}
