package io.clientele.funnel.store;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/**
 * Knows when the first copies of duplicates are on disk.
 *
 * <p>Elasticsearch answers a conflict before the first copy's fsync. A copy is on disk in all its shard's copies once
 * its sequence number is at or below the shard's global checkpoint.
 */
@ApplicationScoped
class FirstCopies {

    private static final Duration POLL = Duration.ofMillis(20);

    private static final Map<String, String> CHECKPOINT_FIELDS =
            Map.of("level", "shards", "filter_path", "indices.*.shards.*.seq_no");

    private final Elasticsearch elasticsearch;
    private final Duration timeout;

    FirstCopies(Elasticsearch elasticsearch, StoreConfig config) {
        this.elasticsearch = elasticsearch;
        this.timeout = config.firstCopyTimeout();
    }

    /** A document that was refused because the shard has one with its id and routing. */
    record Conflict(String id, String routing, int shard) {}

    /**
     * Completes when the first copies of all are on disk.
     *
     * @throws ElasticsearchFailure.Unavailable (through the {@code Uni}) if one is not there any more, or not on disk
     *     within the configured time
     */
    Uni<Void> onDisk(Collection<Conflict> conflicts) {
        return sequenceNumbers(new LinkedHashSet<>(conflicts))
                .map(FirstCopies::highestByShard)
                .flatMap(this::await);
    }

    /**
     * Completes when whatever is in the shards by now is on disk.
     *
     * @throws ElasticsearchFailure.Unavailable (through the {@code Uni}) if it is not within the configured time
     */
    Uni<Void> allOnDisk() {
        return sequenceNumbers("max_seq_no").flatMap(this::await);
    }

    private Uni<Void> await(Map<Integer, Long> highestByShard) {
        return sequenceNumbers("global_checkpoint")
                .invoke(checkpoints -> requireReached(highestByShard, checkpoints))
                .onFailure(NotYetOnDisk.class)
                .retry()
                .withBackOff(POLL, POLL)
                .expireIn(timeout.toMillis())
                .onFailure(failure -> !(failure instanceof ElasticsearchFailure))
                .transform(late -> new ElasticsearchFailure.Unavailable(
                        "the first copy of a duplicate is not on disk after " + timeout, late))
                .replaceWithVoid();
    }

    private Uni<Map<Conflict, Long>> sequenceNumbers(Set<Conflict> conflicts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode docs = body.putArray("docs");
        for (Conflict conflict : conflicts) {
            docs.addObject().put("_id", conflict.id()).put("routing", conflict.routing());
        }
        return elasticsearch
                .send("POST", "/" + EventsIndex.WRITE_ALIAS + "/_mget", Map.of("_source", "false"), body)
                .map(answer -> sequenceNumbers(conflicts, answer));
    }

    private static Map<Conflict, Long> sequenceNumbers(Set<Conflict> conflicts, ObjectNode answer) {
        Map<Conflict, Long> numbers = new LinkedHashMap<>();
        int position = 0;
        for (Conflict conflict : conflicts) {
            JsonNode found = answer.path("docs").path(position++);
            if (!found.path("found").asBoolean()) {
                throw new ElasticsearchFailure.Unavailable("the first copy of a duplicate is gone", null);
            }
            numbers.put(conflict, found.path("_seq_no").asLong());
        }
        return numbers;
    }

    private static Map<Integer, Long> highestByShard(Map<Conflict, Long> numbers) {
        Map<Integer, Long> highest = new LinkedHashMap<>();
        numbers.forEach((conflict, number) -> highest.merge(conflict.shard(), number, Math::max));
        return highest;
    }

    /** The highest number of this kind that any copy of each shard tells. */
    private Uni<Map<Integer, Long>> sequenceNumbers(String kind) {
        return elasticsearch
                .send("GET", "/" + EventsIndex.WRITE_ALIAS + "/_stats/docs", CHECKPOINT_FIELDS, null)
                .map(answer -> sequenceNumbers(kind, answer));
    }

    private static Map<Integer, Long> sequenceNumbers(String kind, ObjectNode answer) {
        Map<Integer, Long> numbers = new LinkedHashMap<>();
        JsonNode shards = answer.path("indices").iterator().next().path("shards");
        shards.properties().forEach(shard -> {
            for (JsonNode copy : shard.getValue()) {
                long number = copy.path("seq_no").path(kind).asLong(-1);
                numbers.merge(Integer.valueOf(shard.getKey()), number, Math::max);
            }
        });
        return numbers;
    }

    private static void requireReached(Map<Integer, Long> wanted, Map<Integer, Long> checkpoints) {
        wanted.forEach((shard, number) -> {
            if (checkpoints.getOrDefault(shard, -1L) < number) {
                throw new NotYetOnDisk(shard);
            }
        });
    }

    /** The checkpoint of a shard has not come so far yet. */
    private static final class NotYetOnDisk extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYetOnDisk(int shard) {
            super("shard " + shard, null, false, false);
        }
    }
}
