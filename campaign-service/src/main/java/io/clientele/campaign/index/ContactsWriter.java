package io.clientele.campaign.index;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.index.IndexStanding;
import io.clientele.index.IndexTables;
import io.clientele.index.IndexWriter;
import io.clientele.index.WriterSettings;
import io.clientele.rounds.Linger;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Writes the index of contacts, on one instance of the service at a time. */
@ApplicationScoped
class ContactsWriter {

    private static final long LOCK = 0x636c69656e740101L;

    /** A contact changes a few times in its life only: larger windows would hardly spare writes. */
    private static final int WINDOW = 1;

    private static final IndexTables TABLES =
            new IndexTables("contacts_index", "contact_outbox", "contact_refused", "contact_id", null);

    private final IndexWriter writer;

    ContactsWriter(ContactsSource source, IndexConfig config, Database database, Elasticsearch elasticsearch) {
        // For the same reason nothing gathers.
        Linger none = new Linger(() -> false, Duration.ZERO);
        this.writer = new IndexWriter(
                source,
                TABLES,
                new WriterSettings(LOCK, config.bulkContacts(), WINDOW, config.beat(), config.longestRetry()),
                none,
                database,
                elasticsearch);
    }

    void start(@Observes StartupEvent started) {
        writer.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        writer.stop();
    }

    Uni<IndexStanding> standing() {
        return writer.standing();
    }

    Uni<IndexStanding> rebuild() {
        return writer.rebuild();
    }
}
