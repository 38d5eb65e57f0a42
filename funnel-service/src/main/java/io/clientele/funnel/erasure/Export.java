package io.clientele.funnel.erasure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Reads all that is stored of customers, a page at a time, as the reader takes it. */
@ApplicationScoped
class Export {

    /** As many documents of the greatest size as one answer of Elasticsearch may hold. */
    private static final int PAGE = 150;

    private final Elasticsearch elasticsearch;
    private final StoredDocuments documents;

    Export(Elasticsearch elasticsearch, StoredDocuments documents) {
        this.elasticsearch = elasticsearch;
        this.documents = documents;
    }

    /** Chunks of whole lines, each without its last line's end, which the server adds. */
    Multi<byte[]> lines(Whose whose) {
        AtomicLong events = new AtomicLong();
        AtomicLong rejected = new AtomicLong();
        Multi<byte[]> eventLines = Multi.createFrom()
                .iterable(whose.extents())
                .onItem()
                .transformToMultiAndConcatenate(extent -> pages(after -> events(whose.only(extent), extent, after)))
                .map(hits -> chunk("event", hits, events));
        Multi<byte[]> rejectedLines =
                pages(after -> rejected(whose, after)).map(hits -> chunk("rejected", hits, rejected));
        Multi<byte[]> end = Multi.createFrom().item(() -> last(events.get(), rejected.get()));
        return documents
                .refresh(EventsIndex.WRITE_ALIAS)
                .flatMap(done -> documents.refresh(RejectedEventsIndex.ALIAS))
                .onItem()
                .transformToMulti(done -> Multi.createBy().concatenating().streams(eventLines, rejectedLines, end));
    }

    /** An event is at the same place of this order before and after it was moved, so that it is told once. */
    private Uni<JsonNode> events(Whose whose, Extent extent, @Nullable JsonNode after) {
        return search(
                EventsIndex.WRITE_ALIAS,
                StoredDocuments.routing(extent.customer()),
                CustomerSearch.page(CustomerSearch.homes(whose), PAGE, "@timestamp", "message_id", after));
    }

    private Uni<JsonNode> rejected(Whose whose, @Nullable JsonNode after) {
        return search(
                RejectedEventsIndex.ALIAS,
                Map.of(),
                CustomerSearch.page(CustomerSearch.rejected(whose), PAGE, "received_at", "_seq_no", after));
    }

    private Uni<JsonNode> search(String index, Map<String, String> parameters, ObjectNode body) {
        return elasticsearch
                .search(index, parameters, body)
                .map(answer -> answer.path("hits").path("hits"));
    }

    /** All pages of hits, each asked for with the sort values that the last one ended with; none is empty. */
    private static Multi<JsonNode> pages(Function<@Nullable JsonNode, Uni<JsonNode>> search) {
        return Multi.createBy()
                .repeating()
                .uni(Place::new, place -> search.apply(place.after).invoke(place::moveTo))
                .whilst(hits -> hits.size() == PAGE)
                .filter(hits -> !hits.isEmpty());
    }

    /** How far one reading of pages has come. */
    private static final class Place {

        private @Nullable JsonNode after;

        private void moveTo(JsonNode hits) {
            if (!hits.isEmpty()) {
                after = hits.required(hits.size() - 1).required("sort");
            }
        }
    }

    private static byte[] chunk(String kind, JsonNode hits, AtomicLong told) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode hit : hits) {
            if (lines.size() > 0) {
                lines.write('\n');
            }
            JsonNode source = hit.required("_source");
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.set(kind, source.path("tombstone").asBoolean() ? source.required("home") : source);
            lines.writeBytes(json(line));
        }
        told.addAndGet(hits.size());
        return lines.toByteArray();
    }

    private static byte[] last(long events, long rejected) {
        return json(JsonNodeFactory.instance
                .objectNode()
                .put("complete", true)
                .put("events", events)
                .put("rejected", rejected));
    }

    private static byte[] json(ObjectNode line) {
        try {
            return EventDocument.MAPPER.writeValueAsBytes(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree cannot be written", impossible);
        }
    }
}
