package io.clientele.profile.rekey;

import java.util.Collection;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What funnel-service is still to be told: the table {@code rekey_task}, as those see it who decide. */
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

    private static String[] texts(Collection<RekeyTask> tasks, Function<RekeyTask, String> column) {
        return tasks.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<RekeyTask> tasks, Function<RekeyTask, Long> column) {
        return tasks.stream().map(column).toArray(Long[]::new);
    }
}
