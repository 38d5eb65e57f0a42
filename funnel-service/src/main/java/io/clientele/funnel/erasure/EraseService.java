package io.clientele.funnel.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    Uni<EraseAnswer> erase(Whose whose) {
        return refresh()
                .flatMap(visible -> homes(whose))
                .flatMap(events -> copies(whose, events)
                        .flatMap(copies -> rejected(whose)
                                .flatMap(rejected ->
                                        counted(whose).map(left -> answer(events, copies, rejected, left)))))
                .call(documents::onDisk);
    }

    private static EraseAnswer answer(long events, long copies, long rejected, Stored stored) {
        long left = stored.events() + stored.copies() + stored.rejected();
        return new EraseAnswer(events, copies, rejected, left, left == 0);
    }

    private Uni<Void> refresh() {
        return documents.refresh(EventsIndex.WRITE_ALIAS).flatMap(done -> documents.refresh(RejectedEventsIndex.ALIAS));
    }

    private Uni<Long> homes(Whose whose) {
        return routing()
                .flatMap(routing -> write(
                        EventsIndex.WRITE_ALIAS,
                        CustomerSearch.homes(whose),
                        hit -> new Change.Put(
                                new DocumentAddress(
                                        EventsIndex.WRITE_ALIAS,
                                        hit.required("_id").asText(),
                                        routing.insteadOf(
                                                hit.required("_routing").asText())),
                                Tombstone.erased(hit.required("_id").asText()))));
    }

    /** While homes are left, their copies are: an event that cannot be found by its home any more is lost to a resumption. */
    private Uni<Long> copies(Whose whose, long erasedHomes) {
        return erasedHomes == CALL
                ? Uni.createFrom().item(0L)
                : write(
                        EventsIndex.WRITE_ALIAS,
                        CustomerSearch.copies(whose),
                        hit -> removal(EventsIndex.WRITE_ALIAS, hit));
    }

    private Uni<Long> rejected(Whose whose) {
        return write(
                RejectedEventsIndex.ALIAS,
                CustomerSearch.rejected(whose),
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

    /**
     * Counts what there is.
     *
     * @throws ElasticsearchFailure (through the {@code Uni})
     */
    Uni<Stored> count(Whose whose) {
        return refresh().flatMap(visible -> counted(whose));
    }

    private Uni<Stored> counted(Whose whose) {
        return count(EventsIndex.WRITE_ALIAS, CustomerSearch.homes(whose))
                .flatMap(homes -> count(EventsIndex.WRITE_ALIAS, CustomerSearch.copies(whose))
                        .flatMap(copies -> count(RejectedEventsIndex.ALIAS, CustomerSearch.rejected(whose))
                                .flatMap(rejected -> count(EventsIndex.WRITE_ALIAS, CustomerSearch.strays(whose))
                                        .map(strays -> new Stored(homes, copies, rejected, strays)))));
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
