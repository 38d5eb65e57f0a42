package io.clientele.campaign.index;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.clientele.campaign.index.ContactOutbox.Change;
import io.clientele.campaign.index.Generation.State;
import io.clientele.database.Database;
import io.clientele.database.Leader;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Writes what stands in the outbox to every index, and fills the one that a rebuild has begun. One instance leads and
 * does both in turn, so that a change is never written past an index that has just begun.
 */
@ApplicationScoped
class ContactsWriter {

    private static final Logger LOG = Logger.getLogger(ContactsWriter.class);
    private static final long LOCK = 0x636c69656e740101L;

    private final StandingIndices indices;
    private final IndexAdministration administration;
    private final IndexConfig config;
    private final StoredContacts contacts;
    private final Database database;
    private final Rounds rounds;

    ContactsWriter(
            StandingIndices indices,
            IndexAdministration administration,
            IndexConfig config,
            StoredContacts contacts,
            Database database) {
        this.indices = indices;
        this.administration = administration;
        this.config = config;
        this.contacts = contacts;
        this.database = database;
        this.rounds = new Rounds("writing the index of contacts", config.beat(), config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return Leader.lead(
                        database,
                        LOCK,
                        connection -> indices.ready(connection).flatMap(generations -> work(connection, generations)))
                .map(more -> more.orElse(false) ? Duration.ZERO : config.beat())
                .onFailure()
                .invoke(indices::doubt);
    }

    private Uni<Boolean> work(SqlConnection connection, List<Generation> generations) {
        return drain(connection, generations)
                .flatMap(more -> fill(connection, generations).map(filling -> more || filling));
    }

    private Uni<Boolean> drain(SqlConnection connection, List<Generation> generations) {
        List<Generation> written = generations.stream()
                .filter(generation -> generation.state() != State.RETIRED)
                .toList();
        return ContactOutbox.oldest(connection, config.bulkContacts()).flatMap(changes -> {
            if (changes.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return write(connection, written, Change.contacts(changes))
                    .flatMap(sent -> ContactOutbox.delete(connection, changes))
                    .replaceWith(changes.size() == config.bulkContacts());
        });
    }

    private Uni<Void> write(SqlConnection connection, List<Generation> generations, Set<String> ids) {
        return contacts.load(connection, ids).flatMap(reading -> {
            ContactsBulk bulk = new ContactsBulk(generations);
            Set<String> gone = new HashSet<>(ids);
            reading.documents().forEach(document -> {
                bulk.write(document);
                gone.remove(document.id());
            });
            gone.forEach(id -> bulk.remove(id, reading.version()));
            return administration.write(bulk).flatMap(refused -> {
                if (!refused.isEmpty()) {
                    LOG.errorf("Elasticsearch refuses %d contacts; contact_refused tells which", refused.size());
                }
                return ContactOutbox.refused(connection, ids, refused);
            });
        });
    }

    private Uni<Boolean> fill(SqlConnection connection, List<Generation> generations) {
        for (Generation generation : generations) {
            switch (generation.state()) {
                case FILLING -> {
                    return page(connection, generation);
                }
                case RETIRED -> {
                    return administration
                            .delete(generation)
                            .flatMap(deleted -> Generations.forget(connection, generation))
                            .replaceWith(true);
                }
                case LIVE -> {}
            }
        }
        return Uni.createFrom().item(false);
    }

    private Uni<Boolean> page(SqlConnection connection, Generation filling) {
        return contacts.idsAfter(connection, filling.filledTo(), config.bulkContacts())
                .flatMap(ids -> ids.isEmpty()
                        ? administration.swap(filling).flatMap(swapped -> Generations.live(connection, filling))
                        : write(connection, List.of(filling), new HashSet<>(ids))
                                .flatMap(sent -> Generations.filled(connection, filling, ids.getLast(), ids.size())))
                .replaceWith(true);
    }
}
