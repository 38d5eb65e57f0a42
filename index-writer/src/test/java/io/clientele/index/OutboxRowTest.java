package io.clientele.index;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxRowTest {

    private static final List<OutboxRow> ROWS = List.of(
            new OutboxRow(1, "b", OptionalLong.of(7)),
            new OutboxRow(2, "a", OptionalLong.empty()),
            new OutboxRow(3, "b", OptionalLong.of(9)),
            new OutboxRow(4, "b", OptionalLong.of(8)));

    @Test
    void namesEachIdOnceInTheirOrder() {
        assertThat(OutboxRow.ids(ROWS)).containsExactly("b", "a");
    }

    @Test
    void endsWithTheHighestVersion() {
        assertThat(OutboxRow.removed(ROWS)).isEqualTo(Map.of("b", 9L));
    }
}
