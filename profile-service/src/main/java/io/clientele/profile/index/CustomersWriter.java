package io.clientele.profile.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.index.IndexStanding;
import io.clientele.index.IndexTables;
import io.clientele.index.IndexWriter;
import io.clientele.index.WriterSettings;
import io.clientele.rounds.FeedBacklog;
import io.clientele.rounds.Linger;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Writes the index of customers, on one instance of the service at a time. */
@ApplicationScoped
class CustomersWriter {

    private static final long LOCK = 0x636c69656e740001L;

    /** A customer that changes again and again while the fold catches up is written once for all these bulks. */
    private static final int WINDOW = 50;

    private static final IndexTables TABLES =
            new IndexTables("customers_index", "index_outbox", "index_refused", "customer_id", "removed_version");

    private final IndexWriter writer;

    CustomersWriter(
            CustomersSource source,
            IndexConfig config,
            FeedBacklog backlog,
            Database database,
            Elasticsearch elasticsearch) {
        this.writer = new IndexWriter(
                source,
                TABLES,
                new WriterSettings(LOCK, config.bulkCustomers(), WINDOW, config.beat(), config.longestRetry()),
                new Linger(backlog, config.linger()),
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
