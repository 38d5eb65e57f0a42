package io.clientele.funnel.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Tombstone;
import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.store.Change;
import io.clientele.funnel.store.DocumentAddress;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Uni;

/**
 * Erases: first the homes, since an erased one is never moved again, then the copies, then the refused items. An event
 * that arrives meanwhile is erased too if a search sees it; one that arrives afterwards is a new one.
 */
@ApplicationScoped
class EraseService {

    /** Documents of each kind that one call erases. */
    private static final int CALL = 1_000;

    private static final String ROUTING_SHARDS = "routing_num_shards";

    private final Elasticsearch elasticsearch;
    private final StoredDocuments documents;

    EraseService(Elasticsearch elasticsearch, StoredDocuments documents) {
        this.elasticsearch = elasticsearch;
        this.documents = documents;
    }

    /**
     * Erases, as much as one call may.
     *
     * @throws ElasticsearchFailure (through the {@code Uni}); what was erased up to then stays so, and the same request
     *     again does the rest
     */
    Uni<EraseAnswer> erase(Set<CustomerId> customers) {
        return refresh()
                .flatMap(visible -> homes(customers))
                .flatMap(events -> copies(customers, events)
                        .flatMap(copies -> rejected(customers)
                                .flatMap(rejected -> count(customers)
                                        .map(left -> new EraseAnswer(events, copies, rejected, left, left == 0)))))
                .call(documents::onDisk);
    }

    private Uni<Void> refresh() {
        return documents.refresh(EventsIndex.WRITE_ALIAS).flatMap(done -> documents.refresh(RejectedEventsIndex.ALIAS));
    }

    private Uni<Long> homes(Set<CustomerId> customers) {
        return routing()
                .flatMap(routing -> write(
                        EventsIndex.WRITE_ALIAS,
                        CustomerSearch.homes(customers),
                        hit -> new Change.Put(
                                new DocumentAddress(
                                        EventsIndex.WRITE_ALIAS,
                                        hit.required("_id").asText(),
                                        routing.insteadOf(
                                                hit.required("_routing").asText())),
                                Tombstone.erased(hit.required("_id").asText()))));
    }

    /** While homes are left, their copies are: an event that cannot be found by its home any more is lost to a resumption. */
    private Uni<Long> copies(Set<CustomerId> customers, long erasedHomes) {
        return erasedHomes == CALL
                ? Uni.createFrom().item(0L)
                : write(
                        EventsIndex.WRITE_ALIAS,
                        CustomerSearch.copies(customers),
                        hit -> removal(EventsIndex.WRITE_ALIAS, hit));
    }

    private Uni<Long> rejected(Set<CustomerId> customers) {
        return write(
                RejectedEventsIndex.ALIAS,
                CustomerSearch.rejected(customers),
                hit -> removal(RejectedEventsIndex.ALIAS, hit));
    }

    /** A document without a routing value is routed by its id. */
    private static Change removal(String index, JsonNode hit) {
        String id = hit.required("_id").asText();
        return new Change.RemoveAny(
                new DocumentAddress(index, id, hit.path("_routing").asText(id)));
    }

    private Uni<Long> write(String index, ObjectNode query, Function<JsonNode, Change> change) {
        return elasticsearch
                .search(index, Map.of(), CustomerSearch.some(query, CALL))
                .map(answer -> {
                    List<Change> changes = new ArrayList<>();
                    answer.path("hits").path("hits").forEach(hit -> changes.add(change.apply(hit)));
                    return changes;
                })
                .flatMap(changes -> documents.write(changes).map(written -> (long) changes.size()));
    }

    private Uni<Long> count(Set<CustomerId> customers) {
        return count(EventsIndex.WRITE_ALIAS, CustomerSearch.homes(customers))
                .flatMap(homes -> count(EventsIndex.WRITE_ALIAS, CustomerSearch.copies(customers))
                        .flatMap(copies -> count(RejectedEventsIndex.ALIAS, CustomerSearch.rejected(customers))
                                .map(rejected -> homes + copies + rejected)));
    }

    private Uni<Long> count(String index, ObjectNode query) {
        return elasticsearch
                .search(index, Map.of(), CustomerSearch.count(query))
                .map(answer -> answer.at("/hits/total/value").asLong());
    }

    private Uni<NamelessRouting> routing() {
        return elasticsearch
                .send(
                        "GET",
                        "/_cluster/state/metadata/" + EventsIndex.WRITE_ALIAS,
                        Map.of("filter_path", "metadata.indices.*." + ROUTING_SHARDS),
                        null)
                .map(answer -> new NamelessRouting(answer.path("metadata")
                        .path("indices")
                        .iterator()
                        .next()
                        .required(ROUTING_SHARDS)
                        .asInt()));
    }
}
