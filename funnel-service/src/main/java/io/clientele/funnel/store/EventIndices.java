package io.clientele.funnel.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.contract.index.SearchEngine;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Creates the indices, or brings the mapping of those that stand up to this version, and tries for as long as
 * Elasticsearch is not there. Until they stand, nothing is written: Elasticsearch would make up a mapping. The index of
 * events is the one that its alias for writing names: after a split it has another name than the first one had.
 */
@ApplicationScoped
class EventIndices {

    private static final Logger LOG = Logger.getLogger(EventIndices.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);
    private static final String EXISTS = "resource_already_exists_exception";
    private static final int NOT_FOUND = 404;

    private final Elasticsearch elasticsearch;
    private final StoreConfig config;
    private final AtomicBoolean ensuring = new AtomicBoolean();
    private volatile boolean standing;
    private volatile String obstacle = "the indices have not been looked at yet";

    EventIndices(Elasticsearch elasticsearch, StoreConfig config) {
        this.elasticsearch = elasticsearch;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        ensure();
    }

    /**
     * Completes if the indices stand.
     *
     * @throws ElasticsearchFailure.Unavailable (through the {@code Uni}) if they don't yet
     */
    Uni<Void> ready() {
        return standing
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> new ElasticsearchFailure.Unavailable(obstacle, null));
    }

    /** Whether the indices stand. */
    boolean standing() {
        return standing;
    }

    /** Why they don't stand, in one sentence for operators. */
    String obstacle() {
        return obstacle;
    }

    /** Looks again, after a write found an index or a shard missing. */
    void doubt() {
        standing = false;
        ensure();
    }

    private void ensure() {
        if (!ensuring.compareAndSet(false, true)) {
            return;
        }
        engine().flatMap(engine -> createUnlessWritten(EventsIndex.NAME, events(engine))
                        .call(() -> update(EventsIndex.WRITE_ALIAS, EventsIndex.mapping(engine)))
                        .call(() -> create(RejectedEventsIndex.NAME, RejectedEventsIndex.creation(config.replicas())))
                        .call(() -> update(RejectedEventsIndex.NAME, RejectedEventsIndex.mapping())))
                .onFailure()
                .invoke(this::report)
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .onTermination()
                .invoke(() -> ensuring.set(false))
                .subscribe()
                .with(done -> standing = true, this::report);
    }

    private void report(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        if (!reason.equals(obstacle)) {
            LOG.warnf("The indices do not stand: %s", reason);
        }
        obstacle = reason;
    }

    private ObjectNode events(SearchEngine engine) {
        return EventsIndex.creation(engine, config.shards(), config.replicas());
    }

    private Uni<SearchEngine> engine() {
        return elasticsearch
                .send("GET", "/", Map.of(), null)
                .map(answer ->
                        "opensearch".equals(answer.at("/version/distribution").asText())
                                ? SearchEngine.OPENSEARCH
                                : SearchEngine.ELASTICSEARCH);
    }

    private Uni<Void> createUnlessWritten(String index, ObjectNode body) {
        return elasticsearch
                .send("GET", "/_alias/" + EventsIndex.WRITE_ALIAS, Map.of(), null)
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof ElasticsearchFailure.Refused refused && refused.status() == NOT_FOUND)
                .recoverWithUni(() -> create(index, body));
    }

    private Uni<Void> create(String index, ObjectNode body) {
        return elasticsearch
                .send("PUT", "/" + index, Map.of(), body)
                .onFailure(failure ->
                        failure instanceof ElasticsearchFailure.Refused refused && EXISTS.equals(refused.errorType()))
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<ObjectNode> update(String index, ObjectNode mapping) {
        return elasticsearch.send("PUT", "/" + index + "/_mapping", Map.of(), mapping);
    }
}
