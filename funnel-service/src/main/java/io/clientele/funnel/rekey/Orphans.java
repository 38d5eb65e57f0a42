package io.clientele.funnel.rekey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.funnel.store.DocumentAddress;
import io.clientele.funnel.store.StoredDocument;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Uni;

/**
 * Finds copies under the wanted customer that no tombstone names: what a call leaves that dies after it wrote them and
 * before it saw that a later decision, or an erasure, had come between. Whether there is one is told by counting; only
 * then are the copies looked through.
 */
@ApplicationScoped
class Orphans {

    private final Elasticsearch elasticsearch;
    private final StoredDocuments documents;

    Orphans(Elasticsearch elasticsearch, StoredDocuments documents) {
        this.elasticsearch = elasticsearch;
        this.documents = documents;
    }

    /** Whether the answer to {@link MisplacedSearch#copies} has more copies than tombstones. */
    static boolean suspicious(JsonNode answer) {
        JsonNode placed = answer.path("aggregations").required(MisplacedSearch.PLACED);
        long all = placed.required("doc_count").asLong();
        long tombstones = placed.required(MisplacedSearch.TOMBSTONES)
                .required("doc_count")
                .asLong();
        return all - tombstones > tombstones;
    }

    Uni<Misplaced> look(RekeyRequest request) {
        return look(request, null);
    }

    private Uni<Misplaced> look(RekeyRequest request, @Nullable JsonNode after) {
        return elasticsearch
                .search(
                        EventsIndex.WRITE_ALIAS,
                        StoredDocuments.routing(request.customer()),
                        MisplacedSearch.placedCopies(request, after))
                .flatMap(answer -> {
                    Misplaced copies = MisplacedEvents.copies(answer);
                    return copies.isEmpty()
                            ? Uni.createFrom().item(copies)
                            : orphaned(request, copies)
                                    .flatMap(found -> found.isEmpty()
                                            ? look(request, lastSort(answer))
                                            : Uni.createFrom().item(found));
                });
    }

    private static JsonNode lastSort(ObjectNode answer) {
        JsonNode hits = answer.path("hits").path("hits");
        return hits.required(hits.size() - 1).required("sort");
    }

    private Uni<Misplaced> orphaned(RekeyRequest request, Misplaced copies) {
        Map<DocumentAddress, String> homes = new LinkedHashMap<>();
        copies.strays().keySet().forEach(message -> homes.put(Move.home(message, request.home()), message));
        return documents.read(homes.keySet(), true).map(stored -> {
            Map<String, Set<DocumentAddress>> orphaned = new LinkedHashMap<>(copies.strays());
            homes.forEach((home, message) -> {
                if (named(stored.get(home), request)) {
                    orphaned.remove(message);
                }
            });
            return new Misplaced(orphaned);
        });
    }

    private static boolean named(@Nullable StoredDocument home, RekeyRequest request) {
        return switch (Home.of(home)) {
            case Home.Moved moved -> moved.customer().equals(request.customer());
            case Home.Live _, Home.Gone _ -> false;
        };
    }
}
