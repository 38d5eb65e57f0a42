package io.clientele.profile.index;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A customer to be written.
 *
 * @param removedVersion the version it ended with, if it is no more
 */
record OutboxRow(long number, String customerId, OptionalLong removedVersion) {

    /** The oldest rows; nobody else takes them while this instance leads. */
    static Uni<List<OutboxRow>> oldest(SqlClient client, int limit) {
        return client.preparedQuery(
                        "SELECT number, customer_id, removed_version FROM index_outbox ORDER BY number LIMIT $1")
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutboxRow::of)
                        .toList());
    }

    /** These are written. */
    static Uni<Void> delete(SqlClient client, List<OutboxRow> written) {
        Long[] numbers = written.stream().map(OutboxRow::number).toArray(Long[]::new);
        return client.preparedQuery("DELETE FROM index_outbox WHERE number = ANY($1)")
                .execute(Tuple.of(numbers))
                .replaceWithVoid();
    }

    static Uni<Long> count(SqlClient client) {
        return client.preparedQuery("SELECT count(*) FROM index_outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Keeps which customers Elasticsearch refused, and forgets those that it took now. */
    static Uni<Void> refused(SqlClient client, List<String> tried, Map<String, String> refused) {
        List<String> ids = List.copyOf(refused.keySet());
        return client.preparedQuery("DELETE FROM index_refused WHERE customer_id = ANY($1)")
                .execute(Tuple.of(tried.toArray(String[]::new)))
                .flatMap(forgotten -> ids.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : client.preparedQuery("""
                                        INSERT INTO index_refused (customer_id, reason)
                                        SELECT * FROM unnest($1::text[], $2::text[])""")
                                .execute(Tuple.of(
                                        ids.toArray(String[]::new),
                                        ids.stream().map(refused::get).toArray(String[]::new))))
                .replaceWithVoid();
    }

    private static OutboxRow of(Row row) {
        Long removed = row.getLong(2);
        return new OutboxRow(
                row.getLong(0), row.getString(1), removed == null ? OptionalLong.empty() : OptionalLong.of(removed));
    }
}
