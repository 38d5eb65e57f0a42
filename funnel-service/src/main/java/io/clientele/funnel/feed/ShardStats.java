package io.clientele.funnel.feed;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.funnel.elasticsearch.Elasticsearch;
import io.clientele.funnel.feed.EventShards.Shard;
import io.smallrye.mutiny.Uni;

/** Asks Elasticsearch how far the shards of events are. */
@ApplicationScoped
class ShardStats {

    private static final String SHARD = "indices.*.shards.*.";
    private static final Map<String, String> FIELDS = Map.of(
            "level",
            "shards",
            "filter_path",
            String.join(
                    ",",
                    "indices.*.uuid",
                    SHARD + "routing.primary",
                    SHARD + "seq_no.global_checkpoint",
                    SHARD + "commit.user_data.history_uuid"));

    private final Elasticsearch elasticsearch;

    ShardStats(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The index of events as it is now.
     *
     * @throws FeedRefusal (through the {@code Uni}) STORE_UNAVAILABLE if a shard has no started primary
     * @throws io.clientele.funnel.elasticsearch.ElasticsearchFailure (through the {@code Uni}) if there is no answer
     */
    Uni<EventShards> now() {
        return elasticsearch
                .send("GET", "/" + EventsIndex.WRITE_ALIAS + "/_stats/docs", FIELDS, null)
                .map(ShardStats::read);
    }

    static EventShards read(ObjectNode answer) {
        JsonNode indices = answer.path("indices");
        if (indices.size() != 1) {
            throw FeedRefusal.unavailable("there is no one index of events");
        }
        JsonNode index = indices.iterator().next();
        SortedMap<Integer, Shard> shards = new TreeMap<>();
        index.path("shards").forEachEntry((number, copies) -> {
            for (JsonNode copy : copies) {
                if (copy.at("/routing/primary").asBoolean()) {
                    shards.put(Integer.valueOf(number), shard(copy));
                }
            }
        });
        if (shards.isEmpty() || shards.lastKey() != shards.size() - 1) {
            throw FeedRefusal.unavailable("a shard of the events has no primary");
        }
        return new EventShards(index.path("uuid").asText(), shards);
    }

    private static Shard shard(JsonNode primary) {
        String history = primary.at("/commit/user_data/history_uuid").asText();
        JsonNode checkpoint = primary.at("/seq_no/global_checkpoint");
        if (history.isEmpty() || !checkpoint.isNumber() || checkpoint.asLong() < -1) {
            throw FeedRefusal.unavailable("a shard of the events is being recovered");
        }
        return new Shard(history, checkpoint.asLong());
    }
}
