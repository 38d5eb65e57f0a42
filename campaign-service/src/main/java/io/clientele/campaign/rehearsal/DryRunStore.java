package io.clientele.campaign.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code dry_run}; all its statements. Leases are measured by the database's clock. */
final class DryRunStore {

    private DryRunStore() {}

    static Uni<Optional<StoredDryRun>> find(SqlClient client, String id) {
        return client.preparedQuery("SELECT *, result::text AS result_text FROM dry_run WHERE id = $1")
                .execute(Tuple.of(id))
                .map(DryRunStore::first);
    }

    static Uni<Integer> running(SqlClient client) {
        return client.preparedQuery("SELECT count(*)::integer FROM dry_run WHERE state = 'RUNNING'")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    static Uni<Void> insert(
            SqlClient client, String id, DryRunInput input, int version, @Nullable DryRunNote note, String who) {
        return client.preparedQuery("""
                        INSERT INTO dry_run (id, campaign_id, campaign_version, from_at, to_at, state, note, started_by)
                        VALUES ($1, $2, $3, $4, $5, 'RUNNING', $6, $7)""")
                .execute(Tuple.from(new Object[] {
                    id,
                    input.campaign(),
                    version,
                    input.from().atOffset(ZoneOffset.UTC),
                    input.to().atOffset(ZoneOffset.UTC),
                    note == null ? null : note.name(),
                    who
                }))
                .replaceWithVoid();
    }

    /** Stops one; none that has ended. */
    static Uni<Void> cancel(SqlClient client, String id) {
        return client.preparedQuery(
                        "UPDATE dry_run SET state = 'CANCELLED', ended_at = now() WHERE id = $1 AND state = 'RUNNING'")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** Takes the next one that nobody is at. */
    static Uni<Optional<StoredDryRun>> claim(SqlClient client, String owner, Duration lease) {
        return client.preparedQuery("""
                        UPDATE dry_run SET owner = $1, lease_until = now() + $2 * interval '1 millisecond',
                            attempts = attempts + 1, progress = 0
                        WHERE id = (
                            SELECT id FROM dry_run
                            WHERE state = 'RUNNING' AND (lease_until IS NULL OR lease_until < now())
                            ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *, result::text AS result_text""")
                .execute(Tuple.of(owner, lease.toMillis()))
                .map(DryRunStore::first);
    }

    /** Goes on with one; false if it is this owner's no more, or was cancelled. */
    static Uni<Boolean> goOn(SqlClient client, String id, String owner, Duration lease, double progress) {
        return client.preparedQuery("""
                        UPDATE dry_run SET progress = $4, lease_until = now() + $3 * interval '1 millisecond'
                        WHERE id = $1 AND owner = $2 AND state = 'RUNNING'""")
                .execute(Tuple.of(id, owner, lease.toMillis(), progress))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Keeps what came of one, if it is this owner's still. */
    static Uni<Void> done(SqlClient client, String id, String owner, DryRunResult result) {
        return client.preparedQuery("""
                        UPDATE dry_run SET state = 'DONE', progress = 1, result = $3::text::jsonb, ended_at = now()
                        WHERE id = $1 AND owner = $2 AND state = 'RUNNING'""")
                .execute(Tuple.of(id, owner, result.json()))
                .replaceWithVoid();
    }

    /** Keeps why one failed, if it is this owner's still. */
    static Uni<Void> failed(SqlClient client, String id, String owner, DryRunProblem problem) {
        return client.preparedQuery("""
                        UPDATE dry_run SET state = 'FAILED', problem = $3, ended_at = now()
                        WHERE id = $1 AND owner = $2 AND state = 'RUNNING'""")
                .execute(Tuple.of(id, owner, problem.name()))
                .replaceWithVoid();
    }

    /** Forgets those that ended before an instant. */
    static Uni<Void> forget(SqlClient client, Instant before) {
        return client.preparedQuery("DELETE FROM dry_run WHERE state <> 'RUNNING' AND ended_at < $1")
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Optional<StoredDryRun> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(dryRun(row));
        }
        return Optional.empty();
    }

    private static StoredDryRun dryRun(Row row) {
        return new StoredDryRun(
                row.getString("id"),
                row.getString("campaign_id"),
                row.getInteger("campaign_version"),
                row.getOffsetDateTime("from_at").toInstant(),
                row.getOffsetDateTime("to_at").toInstant(),
                DryRunState.valueOf(row.getString("state")),
                row.getDouble("progress"),
                Optional.ofNullable(row.getString("note")).map(DryRunNote::valueOf),
                Optional.ofNullable(row.getString("problem")).map(DryRunProblem::valueOf),
                Optional.ofNullable(row.getString("result_text")).map(DryRunResult::read),
                row.getInteger("attempts"));
    }
}
