package io.clientele.profile.segment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.definition.DefinitionsVersion;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Has customers evaluated again: those that somebody asked for, and all that were evaluated with older definitions. What
 * a customer was evaluated with stands in its row, so that a sweep goes on wherever it was stopped, and several
 * instances share it by passing over what another has locked.
 */
@ApplicationScoped
class Sweeper {

    private final Database database;
    private final Customers customers;
    private final int most;
    private final Rounds rounds;
    private final Duration rest;

    Sweeper(Database database, Customers customers, SegmentConfig config) {
        this.database = database;
        this.customers = customers;
        this.most = config.sweepCustomers();
        this.rest = config.beat();
        this.rounds = new Rounds("evaluating customers again", config.beat(), config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        begin();
    }

    void stop(@Observes ShutdownEvent stopping) {
        end();
    }

    Sweeper begin() {
        rounds.start();
        return this;
    }

    void end() {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return step().map(more -> more ? Duration.ZERO : rest);
    }

    private Uni<Boolean> step() {
        return sweep(this::requested)
                .flatMap(requested ->
                        sweep(this::outdated).map(outdated -> requested.size() == most || outdated.size() == most));
    }

    private Uni<List<String>> sweep(Selection selection) {
        return database.inTransaction(transaction -> IdentityLock.shared(transaction)
                .chain(() -> selection.ids(transaction))
                .call(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : customers.recompute(transaction, ids, Map.of(), Map.of())));
    }

    private interface Selection {
        Uni<List<String>> ids(SqlConnection transaction);
    }

    private Uni<List<String>> requested(SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        DELETE FROM review_request WHERE number IN (
                            SELECT number FROM review_request ORDER BY number LIMIT $1 FOR UPDATE SKIP LOCKED)
                        RETURNING customer_id""")
                .execute(Tuple.of(most))
                .map(Sweeper::ids)
                .flatMap(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(ids)
                        : customers
                                .find(transaction, ids)
                                .map(found -> found.values().stream().distinct().toList()));
    }

    private Uni<List<String>> outdated(SqlConnection transaction) {
        return DefinitionsVersion.current(transaction)
                .flatMap(version -> transaction.preparedQuery("""
                                SELECT id FROM customer WHERE definitions_version < $1
                                LIMIT $2 FOR UPDATE SKIP LOCKED""").execute(Tuple.of(version, most)))
                .map(Sweeper::ids);
    }

    private static List<String> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
