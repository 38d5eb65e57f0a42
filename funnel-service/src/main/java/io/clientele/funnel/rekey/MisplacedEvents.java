package io.clientele.funnel.rekey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventCopy;
import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.funnel.store.DocumentAddress;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Uni;

/** Finds events that are not yet where a request wants them, a page at a time; none when all are. */
@ApplicationScoped
class MisplacedEvents {

    private final Elasticsearch elasticsearch;
    private final Orphans orphans;

    MisplacedEvents(Elasticsearch elasticsearch, Orphans orphans) {
        this.elasticsearch = elasticsearch;
        this.orphans = orphans;
    }

    /** Homes first: moving an event clears up its old copy as well, so that the other searches are only for leftovers. */
    Uni<Misplaced> find(RekeyRequest request) {
        return homes(request)
                .flatMap(homes ->
                        homes.isEmpty() ? leftovers(request) : Uni.createFrom().item(homes));
    }

    private Uni<Misplaced> homes(RekeyRequest request) {
        return elasticsearch
                .search(
                        EventsIndex.WRITE_ALIAS,
                        StoredDocuments.routing(request.home()),
                        MisplacedSearch.homes(request))
                .map(MisplacedEvents::homes);
    }

    private Uni<Misplaced> leftovers(RekeyRequest request) {
        return elasticsearch
                .search(EventsIndex.WRITE_ALIAS, Map.of(), MisplacedSearch.copies(request))
                .flatMap(answer -> {
                    Misplaced copies = copies(answer);
                    return copies.isEmpty() && Orphans.suspicious(answer)
                            ? orphans.look(request)
                            : Uni.createFrom().item(copies);
                });
    }

    private static Misplaced homes(JsonNode answer) {
        Map<String, Set<DocumentAddress>> found = new LinkedHashMap<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            found.put(hit.required("_id").asText(), Set.of());
        }
        return new Misplaced(found);
    }

    static Misplaced copies(JsonNode answer) {
        Map<String, Set<DocumentAddress>> found = new LinkedHashMap<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            String id = hit.required("_id").asText();
            found.computeIfAbsent(EventCopy.messageId(id), absent -> new LinkedHashSet<>())
                    .add(new DocumentAddress(
                            EventsIndex.WRITE_ALIAS,
                            id,
                            hit.required("_routing").asText()));
        }
        return new Misplaced(found);
    }
}
