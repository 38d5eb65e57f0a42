package io.clientele.funnel.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Holds the number of kept rejections down: the oldest are deleted, some thousands at a time, on a beat. */
@ApplicationScoped
class RejectedEventsCap {

    private static final Logger LOG = Logger.getLogger(RejectedEventsCap.class);
    private static final int MOST_DELETED_AT_ONCE = 5_000;

    private final Elasticsearch elasticsearch;
    private final EventIndices indices;
    private final int kept;

    RejectedEventsCap(Elasticsearch elasticsearch, EventIndices indices, StoreConfig config) {
        this.elasticsearch = elasticsearch;
        this.indices = indices;
        this.kept = config.rejectedKept();
    }

    @Scheduled(
            every = "${clientele.store.rejected-trim-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> trim() {
        return indices.ready()
                .flatMap(ready -> count())
                .flatMap(this::deleteSurplus)
                .onFailure(ElasticsearchFailure.class)
                .recoverWithItem(failure -> {
                    LOG.debugf("Rejections are trimmed on the next beat: %s", failure.getMessage());
                    return null;
                });
    }

    private Uni<Void> deleteSurplus(long count) {
        return count <= kept
                ? Uni.createFrom().voidItem()
                : deleteOldest(count - kept).flatMap(deleted -> count()).flatMap(this::deleteSurplus);
    }

    private Uni<Long> count() {
        return elasticsearch
                .send("POST", "/" + RejectedEventsIndex.ALIAS + "/_refresh", Map.of(), null)
                .flatMap(refreshed ->
                        elasticsearch.send("GET", "/" + RejectedEventsIndex.ALIAS + "/_count", Map.of(), null))
                .map(answer -> answer.path("count").asLong());
    }

    private Uni<Void> deleteOldest(long surplus) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", Math.min(surplus, MOST_DELETED_AT_ONCE)).put("_source", false);
        body.putArray("sort").addObject().put("received_at", "asc");
        return elasticsearch
                .search(RejectedEventsIndex.ALIAS, Map.of(), body)
                .flatMap(answer -> elasticsearch.bulk(
                        deletions(answer.path("hits").path("hits")), Map.of("filter_path", "errors")))
                .replaceWithVoid();
    }

    private static byte[] deletions(JsonNode hits) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode hit : hits) {
            ObjectNode action = JsonNodeFactory.instance.objectNode();
            action.putObject("delete")
                    .put("_index", RejectedEventsIndex.ALIAS)
                    .put("_id", hit.path("_id").asText());
            lines.writeBytes((action + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }
}
