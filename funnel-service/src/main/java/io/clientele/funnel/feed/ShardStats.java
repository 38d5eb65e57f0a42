package io.clientele.funnel.feed;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
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

    private static final Map<String, String> COUNT_FIELDS = Map.of("flat_settings", "true");

    private final Elasticsearch elasticsearch;
    private volatile @Nullable Counted counted;

    ShardStats(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The index of events as it is now.
     *
     * @throws FeedRefusal (through the {@code Uni}) STORE_UNAVAILABLE if a shard has no started primary
     * @throws io.clientele.elasticsearch.client.ElasticsearchFailure (through the {@code Uni}) if there is no answer
     */
    Uni<EventShards> now() {
        return elasticsearch
                .send("GET", "/" + EventsIndex.WRITE_ALIAS + "/_stats/docs", FIELDS, null)
                .flatMap(answer -> shardsOf(uuid(answer)).map(count -> read(answer, count)));
    }

    /** How many shards an index has, which it has for ever; shards without a primary are missing in what stats tell. */
    private Uni<Integer> shardsOf(String index) {
        Counted known = counted;
        return known != null && known.index().equals(index)
                ? Uni.createFrom().item(known.shards())
                : elasticsearch
                        .send("GET", "/" + EventsIndex.WRITE_ALIAS + "/_settings", COUNT_FIELDS, null)
                        .map(answer -> count(answer, index))
                        .invoke(fresh -> counted = fresh)
                        .map(Counted::shards);
    }

    private static Counted count(ObjectNode answer, String index) {
        for (JsonNode one : answer) {
            JsonNode settings = one.path("settings");
            if (settings.path("index.uuid").asText().equals(index)) {
                return new Counted(
                        index, settings.path("index.number_of_shards").asInt());
            }
        }
        throw FeedRefusal.unavailable("the index of events is being replaced");
    }

    private record Counted(String index, int shards) {}

    private static JsonNode index(ObjectNode answer) {
        JsonNode indices = answer.path("indices");
        if (indices.size() != 1) {
            throw FeedRefusal.unavailable("there is no one index of events");
        }
        return indices.iterator().next();
    }

    private static String uuid(ObjectNode answer) {
        return index(answer).path("uuid").asText();
    }

    /**
     * Reads what stats tell.
     *
     * @param count how many shards the index has
     * @throws FeedRefusal STORE_UNAVAILABLE if one is missing or being recovered
     */
    static EventShards read(ObjectNode answer, int count) {
        JsonNode index = index(answer);
        SortedMap<Integer, Shard> shards = new TreeMap<>();
        index.path("shards").forEachEntry((number, copies) -> {
            for (JsonNode copy : copies) {
                if (copy.at("/routing/primary").asBoolean()) {
                    shards.put(Integer.valueOf(number), shard(copy));
                }
            }
        });
        if (shards.size() != count) {
            throw FeedRefusal.unavailable("a shard of the events has no primary");
        }
        return new EventShards(uuid(answer), shards);
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
