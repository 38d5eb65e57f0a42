package io.clientele.profile.index;

import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.contract.index.CustomersIndex;
import io.clientele.database.Database;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Finds out from when on a search can answer by a counter: first all customers have been evaluated since it was counted
 * everywhere, then the index has taken all of them that stood in the outbox by then, and shows them.
 */
@ApplicationScoped
class CountersIndexed {

    private final Database database;
    private final Elasticsearch elasticsearch;
    private final Rounds rounds;
    private final Duration rest;

    CountersIndexed(Database database, Elasticsearch elasticsearch, IndexConfig config) {
        this.database = database;
        this.elasticsearch = elasticsearch;
        this.rest = config.beat();
        this.rounds = new Rounds("indexing counters", config.beat(), config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return database.onConnection(connection -> waiting(connection)
                        .chain(waiting -> waiting
                                ? evaluated(connection).chain(() -> indexed(connection))
                                : Uni.createFrom().voidItem()))
                .replaceWith(rest);
    }

    private static Uni<Boolean> waiting(SqlConnection connection) {
        return connection
                .preparedQuery("""
                        SELECT EXISTS (
                            SELECT FROM counter
                            WHERE retired_at IS NULL AND counted_version IS NOT NULL AND indexed_at IS NULL)""")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Writes down who is to be waited for; rows that come later tell what is counted by then anyway. */
    private static Uni<Void> evaluated(SqlConnection connection) {
        return connection.preparedQuery("""
                        UPDATE counter SET outbox_number = (SELECT coalesce(max(number), 0) FROM index_outbox)
                        WHERE retired_at IS NULL AND counted_version IS NOT NULL AND outbox_number IS NULL
                            AND NOT EXISTS (SELECT FROM customer WHERE definitions_version < counted_version)""").execute().replaceWithVoid();
    }

    private Uni<Void> indexed(SqlConnection connection) {
        return connection
                .preparedQuery("""
                        SELECT number FROM counter
                        WHERE retired_at IS NULL AND outbox_number IS NOT NULL AND indexed_at IS NULL
                            AND NOT EXISTS (SELECT FROM index_outbox WHERE index_outbox.number <= outbox_number)""")
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : elasticsearch
                                .send("POST", "/" + CustomersIndex.READ_ALIAS + "/_refresh", Map.of(), null)
                                .chain(() -> indexed(connection, numbers(rows))));
    }

    private static Long[] numbers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong(0))
                .toArray(Long[]::new);
    }

    private static Uni<Void> indexed(SqlConnection connection, Long[] numbers) {
        return connection
                .preparedQuery("UPDATE counter SET indexed_at = now() WHERE number = ANY($1)")
                .execute(Tuple.of(numbers))
                .replaceWithVoid();
    }
}
