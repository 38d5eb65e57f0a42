package io.clientele.funnel.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.EventDocument;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/**
 * Reads and changes documents that are stored already. Every method fails with an {@link ElasticsearchFailure}; then any
 * part of what it was to do may have been done.
 */
@ApplicationScoped
public class StoredDocuments {

    private static final Map<String, String> BULK = Map.of(
            "require_alias",
            "true",
            "filter_path",
            "errors,items.*.status,items.*.error.reason,items.*.error.caused_by.reason");

    private final Elasticsearch elasticsearch;
    private final EventIndices indices;
    private final FirstCopies firstCopies;
    private final SharedRefresh refreshes;

    StoredDocuments(Elasticsearch elasticsearch, EventIndices indices, FirstCopies firstCopies) {
        this.elasticsearch = elasticsearch;
        this.indices = indices;
        this.firstCopies = firstCopies;
        this.refreshes = new SharedRefresh(this::refreshAlone);
    }

    /** Completes when every change to events that anyone could see by now is on disk in all of its shard's copies. */
    public Uni<Void> onDisk() {
        return indices.ready().flatMap(ready -> firstCopies.allOnDisk());
    }

    /** Makes everything that was stored in an index before visible to searches. */
    public Uni<Void> refresh(String index) {
        return refreshes.of(index);
    }

    private Uni<Void> refreshAlone(String index) {
        return indices.ready()
                .flatMap(ready -> elasticsearch.send("POST", "/" + index + "/_refresh", Map.of(), null))
                .invoke(StoredDocuments::requireWhole)
                .replaceWithVoid();
    }

    private static void requireWhole(JsonNode answer) {
        if (answer.path("_shards").path("failed").asInt() > 0) {
            throw new ElasticsearchFailure.Partial("some shards cannot be refreshed");
        }
    }

    /** The parameters of a search that asks only the shard of a customer; of every shard where an address cannot say it. */
    public static Map<String, String> routing(CustomerId customer) {
        // With a comma in it, one routing value would be read as several.
        return customer.routing().contains(",") ? Map.of() : Map.of("routing", customer.routing());
    }

    /**
     * The documents at these addresses of one index that there are at this moment.
     *
     * @param withSource whether the documents themselves are wanted, or only their versions
     */
    public Uni<Map<DocumentAddress, StoredDocument>> read(Collection<DocumentAddress> addresses, boolean withSource) {
        if (addresses.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<DocumentAddress> asked = List.copyOf(addresses);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode docs = body.putArray("docs");
        asked.forEach(address -> docs.addObject()
                .put("_index", address.index())
                .put("_id", address.id())
                .put("routing", address.routing())
                .put("_source", withSource));
        return indices.ready()
                .flatMap(ready -> elasticsearch.send("POST", "/_mget", Map.of(), body))
                .map(answer -> found(asked, answer.path("docs")));
    }

    private static Map<DocumentAddress, StoredDocument> found(List<DocumentAddress> asked, JsonNode docs) {
        Map<DocumentAddress, StoredDocument> found = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            JsonNode doc = docs.path(i);
            if (!doc.has("found")) {
                throw new ElasticsearchFailure.Unavailable("a document cannot be read: " + doc.path("error"), null);
            }
            if (doc.path("found").asBoolean()) {
                ObjectNode source = doc.path("_source") instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
                found.put(asked.get(i), new StoredDocument(source, version(doc)));
            }
        }
        return found;
    }

    private static DocumentVersion version(JsonNode doc) {
        return new DocumentVersion(
                doc.required("_seq_no").asLong(), doc.required("_primary_term").asLong());
    }

    /** Makes changes and tells of each, in their order, when all are on disk and visible to searches. */
    public Uni<List<Change.Result>> write(List<? extends Change> changes) {
        return write(changes, this::refresh);
    }

    /**
     * Likewise, with refreshes that the caller shares with others.
     *
     * @param refresh makes everything visible that was stored in an index before
     */
    public Uni<List<Change.Result>> write(List<? extends Change> changes, Function<String, Uni<Void>> refresh) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return indices.ready()
                .flatMap(ready -> elasticsearch.bulk(lines(changes), BULK))
                .map(answer -> results(answer, changes.size()))
                .call(results -> show(changes, refresh));
    }

    /** Makes the indices of changes visible: by shared refreshes, which cost less than each bulk's own. */
    private static Uni<Void> show(List<? extends Change> changes, Function<String, Uni<Void>> refresh) {
        Uni<Void> shown = Uni.createFrom().voidItem();
        for (String index : changes.stream()
                .map(change -> change.address().index())
                .distinct()
                .toList()) {
            shown = shown.chain(() -> refresh.apply(index));
        }
        return shown;
    }

    private static byte[] lines(List<? extends Change> changes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Change change : changes) {
            switch (change) {
                case Change.Put put -> {
                    line(lines, action("index", put.address()));
                    line(lines, put.document());
                }
                case Change.Replace replace -> {
                    line(lines, action("index", replace.address(), replace.read()));
                    line(lines, replace.document());
                }
                case Change.Remove remove -> line(lines, action("delete", remove.address(), remove.read()));
                case Change.RemoveAny remove -> line(lines, action("delete", remove.address()));
            }
        }
        return lines.toByteArray();
    }

    private static ObjectNode action(String kind, DocumentAddress address, DocumentVersion read) {
        ObjectNode action = action(kind, address);
        action.withObject("/" + kind).put("if_seq_no", read.seqNo()).put("if_primary_term", read.primaryTerm());
        return action;
    }

    private static ObjectNode action(String kind, DocumentAddress address) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject(kind)
                .put("_index", address.index())
                .put("_id", address.id())
                .put("routing", address.routing());
        return action;
    }

    private static void line(ByteArrayOutputStream lines, ObjectNode json) {
        try {
            lines.writeBytes(EventDocument.MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree cannot be written", impossible);
        }
    }

    private static List<Change.Result> results(JsonNode answer, int changes) {
        List<Change.Result> results = new ArrayList<>(changes);
        for (JsonNode item : answer.path("items")) {
            results.add(result(item.iterator().next()));
        }
        if (results.size() != changes) {
            throw new ElasticsearchFailure.Partial(results.size() + " answers to " + changes + " changes");
        }
        return results;
    }

    private static Change.Result result(JsonNode item) {
        int status = item.path("status").asInt();
        // A missing index is 404 as well, but with an error.
        boolean nothingToDelete = status == 404 && !item.has("error");
        return switch (nothingToDelete ? 409 : status) {
            case 200, 201 -> Change.Result.DONE;
            case 409 -> Change.Result.LOST;
            case 429 -> throw new ElasticsearchFailure.Overloaded("a shard is overloaded");
            default -> throw new ElasticsearchFailure.Unavailable(status + " " + item.path("error"), null);
        };
    }
}
