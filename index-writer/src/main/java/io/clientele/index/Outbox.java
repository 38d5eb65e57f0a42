package io.clientele.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of what has to be written and of what was refused; all the writer's statements. */
final class Outbox {

    record Counts(long pending, long refused) {}

    private final String oldest;
    private final String delete;
    private final String count;
    private final String forget;
    private final String refuse;

    Outbox(IndexTables tables) {
        this.oldest = "SELECT number, %s, %s FROM %s ORDER BY number LIMIT $1"
                .formatted(
                        tables.id(),
                        Objects.requireNonNullElse(tables.removedVersion(), "NULL::bigint"),
                        tables.outbox());
        this.delete = "DELETE FROM %s WHERE number = ANY($1)".formatted(tables.outbox());
        this.count = "SELECT (SELECT count(*) FROM %s), (SELECT count(*) FROM %s)"
                .formatted(tables.outbox(), tables.refused());
        this.forget = "DELETE FROM %s WHERE %s = ANY($1)".formatted(tables.refused(), tables.id());
        this.refuse = "INSERT INTO %s (%s, reason) SELECT * FROM unnest($1::text[], $2::text[])"
                .formatted(tables.refused(), tables.id());
    }

    /** The oldest rows; nobody else takes them while this instance leads. */
    Uni<List<OutboxRow>> oldest(SqlClient client, int limit) {
        return client.preparedQuery(oldest)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Outbox::row)
                        .toList());
    }

    /** These are written. */
    Uni<Void> delete(SqlClient client, List<OutboxRow> written) {
        Long[] numbers = written.stream().map(OutboxRow::number).toArray(Long[]::new);
        return client.preparedQuery(delete).execute(Tuple.of(numbers)).replaceWithVoid();
    }

    Uni<Counts> counts(SqlClient client) {
        return client.preparedQuery(count)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(row.getLong(0), row.getLong(1)));
    }

    /** Keeps what Elasticsearch refused and why, and forgets what it took now. */
    Uni<Void> refused(SqlClient client, Collection<String> tried, Map<String, String> refused) {
        List<String> ids = List.copyOf(refused.keySet());
        return client.preparedQuery(forget)
                .execute(Tuple.of(tried.toArray(String[]::new)))
                .flatMap(forgotten -> ids.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : client.preparedQuery(refuse)
                                .execute(Tuple.of(
                                        ids.toArray(String[]::new),
                                        ids.stream().map(refused::get).toArray(String[]::new))))
                .replaceWithVoid();
    }

    private static OutboxRow row(Row row) {
        Long removed = row.getLong(2);
        return new OutboxRow(
                row.getLong(0), row.getString(1), removed == null ? OptionalLong.empty() : OptionalLong.of(removed));
    }
}
