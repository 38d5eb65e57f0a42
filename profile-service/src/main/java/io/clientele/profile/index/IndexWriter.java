package io.clientele.profile.index;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.clientele.database.Database;
import io.clientele.database.Leader;
import io.clientele.profile.index.Generation.State;
import io.clientele.rounds.FeedBacklog;
import io.clientele.rounds.Linger;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Writes what stands in the outbox to every index, and fills the one that a rebuild has begun. One instance leads and
 * does both in turn, so that a change is never written past an index that has just begun.
 */
@ApplicationScoped
class IndexWriter {

    private static final Logger LOG = Logger.getLogger(IndexWriter.class);
    private static final long LOCK = 0x636c69656e740001L;

    /** Bulks' worth of rows that are taken at once: a customer that changes again and again is written once for all of them. */
    private static final int WINDOW = 50;

    /** One is computed, one is written. */
    private static final int PARTS_AT_ONCE = 2;

    private final IndexAdministration indices;
    private final IndexConfig config;
    private final StoredCustomers customers;
    private final Database database;
    private final Linger linger;
    private final Rounds rounds;
    private final Duration rest;

    /** Whether the indices were looked at since the last failure. */
    private boolean looked;

    IndexWriter(
            IndexAdministration indices,
            IndexConfig config,
            StoredCustomers customers,
            Database database,
            FeedBacklog backlog) {
        this.indices = indices;
        this.config = config;
        this.customers = customers;
        this.database = database;
        this.linger = new Linger(backlog, config.linger());
        this.rest = config.beat();
        this.rounds = new Rounds("writing the index of customers", config.beat(), config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return step().map(more -> more ? Duration.ZERO : rest);
    }

    private Uni<Boolean> step() {
        return Leader.lead(
                        database,
                        LOCK,
                        connection -> ready(connection).flatMap(generations -> work(connection, generations)))
                .map(more -> more.orElse(false))
                .onFailure()
                .invoke(() -> looked = false);
    }

    private Uni<Boolean> work(SqlConnection connection, List<Generation> generations) {
        return drain(connection, generations)
                .flatMap(more -> fill(connection, generations).map(filling -> more || filling));
    }

    /** The indices, all standing: what is missing is created, and a live one that is lost is filled anew. */
    private Uni<List<Generation>> ready(SqlConnection connection) {
        Uni<List<Generation>> all = Generations.beginFirst(connection).flatMap(begun -> Generations.all(connection));
        return all.flatMap(generations -> looked && generations.stream().noneMatch(IndexWriter::isNew)
                ? Uni.createFrom().item(generations)
                : indices.standing(generations)
                        .flatMap(standing -> mend(connection, generations, standing))
                        .flatMap(mended -> Generations.all(connection))
                        .invoke(() -> looked = true));
    }

    private static boolean isNew(Generation generation) {
        return generation.state() == State.FILLING && generation.filledTo().isEmpty();
    }

    private Uni<Void> mend(SqlConnection connection, List<Generation> generations, List<Generation> standing) {
        Uni<Void> mended = Uni.createFrom().voidItem();
        for (Generation generation : generations) {
            if (!standing.contains(generation)) {
                mended = mended.flatMap(ignored -> replace(connection, generation));
            }
        }
        return mended;
    }

    private Uni<Void> replace(SqlConnection connection, Generation missing) {
        return switch (missing.state()) {
            case FILLING -> Generations.refill(connection, missing).flatMap(again -> indices.create(missing));
            case LIVE -> {
                LOG.errorf("The index %s is lost; it is filled anew from PostgreSQL", missing.index());
                yield Generations.forget(connection, missing)
                        .flatMap(forgotten -> Generations.beginNext(connection, missing.number() + 1))
                        .flatMap(begun -> Generations.all(connection))
                        .flatMap(now -> create(now));
            }
            case RETIRED -> Generations.forget(connection, missing);
        };
    }

    private Uni<Void> create(List<Generation> generations) {
        return generations.stream()
                .filter(IndexWriter::isNew)
                .findFirst()
                .map(indices::create)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> drain(SqlConnection connection, List<Generation> generations) {
        if (linger.goesOn()) {
            return Uni.createFrom().item(false);
        }
        int most = config.bulkCustomers() * (isFilling(generations) ? 1 : WINDOW);
        return OutboxRow.oldest(connection, most).flatMap(rows -> {
            boolean more = rows.size() == most;
            return Multi.createFrom()
                    .iterable(new OutboxWindow(rows).parts(config.bulkCustomers()))
                    // A stream and not a chain of calls, which would hold the customers of all parts until its end. No
                    // customer is in two parts, so that one may be computed while Elasticsearch takes another.
                    .onItem()
                    .transformToUni(part -> write(connection, written(generations), part)
                            .flatMap(ignored -> OutboxRow.delete(connection, part)))
                    .merge(PARTS_AT_ONCE)
                    .onItem()
                    .ignoreAsUni()
                    .invoke(() -> linger.done(!more))
                    .replaceWith(more);
        });
    }

    /** The filling of an index goes on after each turn of changes, which are kept short for it. */
    private static boolean isFilling(List<Generation> generations) {
        return generations.stream().anyMatch(generation -> generation.state() == State.FILLING);
    }

    private static List<Generation> written(List<Generation> generations) {
        return generations.stream()
                .filter(generation -> generation.state() != State.RETIRED)
                .toList();
    }

    private Uni<Void> write(SqlConnection connection, List<Generation> generations, List<OutboxRow> rows) {
        Map<String, Long> removed = new LinkedHashMap<>();
        rows.forEach(
                row -> row.removedVersion().ifPresent(version -> removed.merge(row.customerId(), version, Math::max)));
        Set<String> ids = rows.stream().map(OutboxRow::customerId).collect(Collectors.toSet());
        return customers.load(connection, ids).flatMap(present -> {
            CustomersBulk bulk = new CustomersBulk(generations);
            Set<String> gone = new HashSet<>(removed.keySet());
            present.forEach(customer -> {
                bulk.write(customer);
                gone.remove(customer.view().id());
            });
            gone.forEach(id -> bulk.remove(id, removed.getOrDefault(id, 0L)));
            return send(connection, bulk, List.copyOf(ids));
        });
    }

    private Uni<Void> send(SqlConnection connection, CustomersBulk bulk, List<String> ids) {
        return indices.write(bulk).flatMap(refused -> {
            if (!refused.isEmpty()) {
                // Without the ids and reasons, which may hold personal data; the table has them.
                LOG.errorf("Elasticsearch refuses %d customers; index_refused tells which", refused.size());
            }
            return OutboxRow.refused(connection, ids, refused);
        });
    }

    private Uni<Boolean> fill(SqlConnection connection, List<Generation> generations) {
        for (Generation generation : generations) {
            switch (generation.state()) {
                case FILLING -> {
                    return page(connection, generation);
                }
                case RETIRED -> {
                    return indices.delete(generation)
                            .flatMap(deleted -> Generations.forget(connection, generation))
                            .replaceWith(true);
                }
                case LIVE -> {}
            }
        }
        return Uni.createFrom().item(false);
    }

    private Uni<Boolean> page(SqlConnection connection, Generation filling) {
        return customers
                .idsAfter(connection, filling.filledTo(), config.bulkCustomers())
                .flatMap(ids -> {
                    if (ids.isEmpty()) {
                        return indices.swap(filling)
                                .flatMap(swapped -> Generations.live(connection, filling))
                                .replaceWith(true);
                    }
                    return customers
                            .load(connection, ids)
                            .flatMap(present -> {
                                CustomersBulk bulk = new CustomersBulk(List.of(filling));
                                present.forEach(bulk::write);
                                return send(connection, bulk, ids);
                            })
                            .flatMap(sent -> Generations.filled(connection, filling, ids.getLast(), ids.size()))
                            .replaceWith(true);
                });
    }
}
