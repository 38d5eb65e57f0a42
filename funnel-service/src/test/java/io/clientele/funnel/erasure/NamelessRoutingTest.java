package io.clientele.funnel.erasure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** That the values are of the right shard for Elasticsearch is shown where events are erased. */
class NamelessRoutingTest {

    private static final int ROUTING_SHARDS = 1_024;

    @Test
    void dependsOnTheShardAlone() {
        NamelessRouting routing = new NamelessRouting(ROUTING_SHARDS);
        Set<String> values = IntStream.range(0, 20_000)
                .mapToObj(i -> routing.insteadOf("客户-" + i))
                .collect(Collectors.toSet());
        assertThat(values).hasSize(ROUTING_SHARDS).allMatch(value -> value.matches("erased-\\d+"));
        assertThat(values)
                .allSatisfy(value -> assertThat(routing.insteadOf(value)).isEqualTo(value));
    }
}
