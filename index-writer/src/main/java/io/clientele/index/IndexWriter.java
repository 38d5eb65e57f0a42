package io.clientele.index;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.clientele.database.Database;
import io.clientele.database.Leader;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.index.Generation.State;
import io.clientele.rounds.Linger;
import io.clientele.rounds.Rounds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Writes what stands in the outbox to every index, and fills the one that a rebuild has begun. One instance leads and
 * does both in turn, so that a change is never written past an index that has just begun.
 */
public final class IndexWriter {

    private static final Logger LOG = Logger.getLogger(IndexWriter.class);

    /** One is computed, one is written. */
    private static final int PARTS_AT_ONCE = 2;

    private final IndexSource source;
    private final IndexTables tables;
    private final WriterSettings settings;
    private final Linger linger;
    private final Database database;
    private final Generations generations;
    private final Outbox outbox;
    private final IndexAdministration administration;
    private final StandingIndices indices;
    private final Rounds rounds;

    /**
     * A writer that is not begun.
     *
     * @param linger when changes are left to gather
     */
    public IndexWriter(
            IndexSource source,
            IndexTables tables,
            WriterSettings settings,
            Linger linger,
            Database database,
            Elasticsearch elasticsearch) {
        this.source = source;
        this.tables = tables;
        this.settings = settings;
        this.linger = linger;
        this.database = database;
        this.generations = new Generations(tables);
        this.outbox = new Outbox(tables);
        this.administration = new IndexAdministration(elasticsearch, source);
        this.indices = new StandingIndices(generations, administration);
        this.rounds = new Rounds(
                "writing the index of " + source.names().readAlias(),
                settings.beat(),
                settings.longestRetry(),
                this::round);
    }

    /** Begins. */
    public void start() {
        rounds.start();
    }

    /** Ends, and cancels what is under way. */
    public void stop() {
        rounds.stop();
    }

    /** How the index stands. */
    public Uni<IndexStanding> standing() {
        return database.onConnection(this::standing);
    }

    /** Begins to fill a new index beside the live one, which it then replaces; no effect while one is filling. */
    public Uni<IndexStanding> rebuild() {
        return database.inTransaction(
                transaction -> generations.beginNext(transaction, 1).flatMap(begun -> standing(transaction)));
    }

    private Uni<IndexStanding> standing(SqlClient client) {
        return generations
                .all(client)
                .flatMap(all -> outbox.counts(client).map(counts -> IndexStanding.of(source.names(), all, counts)));
    }

    private Uni<Duration> round() {
        return Leader.lead(
                        database,
                        settings.lock(),
                        connection -> indices.ready(connection).flatMap(all -> work(connection, all)))
                .map(more -> more.orElse(false) ? Duration.ZERO : settings.beat())
                .onFailure()
                .invoke(indices::doubt);
    }

    private Uni<Boolean> work(SqlConnection connection, List<Generation> all) {
        return drain(connection, all).flatMap(more -> fill(connection, all).map(filling -> more || filling));
    }

    private Uni<Boolean> drain(SqlConnection connection, List<Generation> all) {
        if (linger.goesOn()) {
            return Uni.createFrom().item(false);
        }
        int most = settings.bulk() * (isFilling(all) ? 1 : settings.window());
        return outbox.oldest(connection, most).flatMap(rows -> {
            boolean more = rows.size() == most;
            return Multi.createFrom()
                    .iterable(new OutboxWindow(rows).parts(settings.bulk()))
                    // A stream and not a chain of calls, which would hold the documents of all parts until its end. No
                    // id is in two parts, so that one may be computed while Elasticsearch takes another.
                    .onItem()
                    .transformToUni(part -> writeChanges(connection, written(all), part))
                    .merge(PARTS_AT_ONCE)
                    .onItem()
                    .ignoreAsUni()
                    .invoke(() -> linger.done(!more))
                    .replaceWith(more);
        });
    }

    /** The filling of an index goes on after each turn of changes, which are kept short for it. */
    private static boolean isFilling(List<Generation> all) {
        return all.stream().anyMatch(generation -> generation.state() == State.FILLING);
    }

    private static List<Generation> written(List<Generation> all) {
        return all.stream()
                .filter(generation -> generation.state() != State.RETIRED)
                .toList();
    }

    private Uni<Void> writeChanges(SqlConnection connection, List<Generation> to, List<OutboxRow> part) {
        return write(connection, to, OutboxRow.ids(part), OutboxRow.removed(part))
                .flatMap(sent -> outbox.delete(connection, part));
    }

    private Uni<Void> write(
            SqlConnection connection, List<Generation> to, Collection<String> ids, Map<String, Long> removed) {
        return source.read(connection, ids)
                .flatMap(reading -> send(connection, administration.bulk(to).add(reading, ids, removed), ids));
    }

    private Uni<Void> send(SqlConnection connection, Bulk bulk, Collection<String> ids) {
        return administration.write(bulk).flatMap(refused -> {
            if (!refused.isEmpty()) {
                // Without the ids and reasons, which may hold personal data; the table has them.
                LOG.errorf(
                        "Elasticsearch refuses %d %s; %s tells which",
                        refused.size(), source.names().readAlias(), tables.refused());
            }
            return outbox.refused(connection, ids, refused);
        });
    }

    private Uni<Boolean> fill(SqlConnection connection, List<Generation> all) {
        for (Generation generation : all) {
            switch (generation.state()) {
                case FILLING -> {
                    return page(connection, generation).replaceWith(true);
                }
                case RETIRED -> {
                    return administration
                            .delete(generation)
                            .flatMap(deleted -> generations.forget(connection, generation))
                            .replaceWith(true);
                }
                case LIVE -> {}
            }
        }
        return Uni.createFrom().item(false);
    }

    private Uni<Void> page(SqlConnection connection, Generation filling) {
        return source.idsAfter(connection, filling.filledTo(), settings.bulk())
                .flatMap(ids -> ids.isEmpty()
                        ? administration.swap(filling).flatMap(swapped -> generations.live(connection, filling))
                        : write(connection, List.of(filling), ids, Map.of())
                                .flatMap(sent -> generations.filled(connection, filling, ids.getLast(), ids.size())));
    }
}
