package io.clientele.funnel.feed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.funnel.feed.EventShards.Shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class ShardStatsTest {

    private static final String PRIMARY =
            "{'routing':{'primary':true},'commit':{'user_data':{'history_uuid':'h'}},'seq_no':{'global_checkpoint':7}}";
    private static final String REPLICA =
            "{'routing':{'primary':false},'commit':{'user_data':{'history_uuid':'h'}},'seq_no':{'global_checkpoint':9}}";
    private static final String RECOVERING = "{'routing':{'primary':true}}";

    @Test
    void readsPrimaries() throws JsonProcessingException {
        EventShards shards = ShardStats.read(stats("'0':[%s,%s],'1':[%s]".formatted(REPLICA, PRIMARY, PRIMARY)), 2);

        assertThat(shards.index()).isEqualTo("u");
        assertThat(shards.shards()).containsExactly(entry(0, new Shard("h", 7)), entry(1, new Shard("h", 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'0':[" + PRIMARY + "]",
                "'1':[" + PRIMARY + "]",
                "'0':[" + PRIMARY + "],'1':[" + REPLICA + "]",
                "'0':[" + PRIMARY + "],'1':[" + RECOVERING + "]",
                ""
            })
    void saysUnavailableWhileOneIsMissing(String shards) throws JsonProcessingException {
        ObjectNode stats = stats(shards);

        assertThatExceptionOfType(FeedRefusal.class)
                .isThrownBy(() -> ShardStats.read(stats, 2))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("STORE_UNAVAILABLE"));
    }

    private static ObjectNode stats(String shards) throws JsonProcessingException {
        String json = "{'indices':{'events-1':{'uuid':'u','shards':{%s}}}}".formatted(shards);
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
