package io.clientele.funnel.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.smallrye.mutiny.Uni;

/**
 * Which indices the index of events was split from. Elasticsearch forgets that as soon as a split is done, but a split
 * inherits the mapping with its {@code _meta}: so an index's uuid and number of shards are written there before the first
 * cursor of it is given out.
 */
@ApplicationScoped
class Lineage {

    private static final String KEY = "feed_lineage";
    private static final String MAPPING = "/" + EventsIndex.WRITE_ALIAS + "/_mapping";

    private final Elasticsearch elasticsearch;

    Lineage(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** An index of the line, oldest first. */
    record Ancestor(String index, int shards) {}

    /** Completes when the index bears its own name, and with that will its splits. */
    Uni<Void> sign(EventShards shards) {
        return read().flatMap(line -> line.stream().anyMatch(one -> one.index().equals(shards.index()))
                ? Uni.createFrom().voidItem()
                : write(line, new Ancestor(shards.index(), shards.shards().size())));
    }

    /**
     * Of how many shards the index was that the present one comes from by splits alone; 0 if it does not. An index with as
     * many shards as its forerunner is no split but a restored or cloned one, which may have lost events.
     */
    Uni<Integer> shardsOf(String forerunner, EventShards present) {
        return read().map(line -> {
            int first = 0;
            int last = 0;
            for (Ancestor one : line) {
                if (one.index().equals(present.index())) {
                    break;
                }
                if (one.index().equals(forerunner)) {
                    first = one.shards();
                } else if (first != 0 && !isSplit(last, one.shards())) {
                    first = 0;
                }
                last = one.shards();
            }
            return first != 0 && isSplit(last, present.shards().size()) ? first : 0;
        });
    }

    private static boolean isSplit(int before, int after) {
        return after > before && after % before == 0;
    }

    private Uni<List<Ancestor>> read() {
        return elasticsearch
                .send("GET", MAPPING, Map.of("filter_path", "*.mappings._meta." + KEY), null)
                .map(answer -> {
                    List<Ancestor> line = new ArrayList<>();
                    for (JsonNode index : answer) {
                        for (JsonNode one : index.path("mappings").path("_meta").path(KEY)) {
                            line.add(new Ancestor(
                                    one.path("index").asText(),
                                    one.path("shards").asInt()));
                        }
                    }
                    return line;
                });
    }

    private Uni<Void> write(List<Ancestor> line, Ancestor present) {
        List<Ancestor> longer = new ArrayList<>(line);
        longer.add(present);
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        ArrayNode array = mapping.putObject("_meta").putArray(KEY);
        longer.forEach(one -> array.addObject().put("index", one.index()).put("shards", one.shards()));
        return elasticsearch.send("PUT", MAPPING, Map.of(), mapping).replaceWithVoid();
    }
}
