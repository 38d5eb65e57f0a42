package io.clientele.contract.feed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedCursorTest {

    @Test
    void comesBackEqual() {
        ShardPosition start = new ShardPosition("a-_B1", 3, "h-_9", ShardPosition.BEFORE_ALL);

        assertThat(ShardPosition.of(start.cursor())).isEqualTo(start);
        assertThat(ShardPosition.of(start.at(42).cursor())).isEqualTo(start.at(42));
        assertThat(start.cursor().shard()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.a.0.h",
                "2.a.0.h.1",
                "1.a.0.h.-2",
                "1.a.-1.h.1",
                "1.a.0.h.9999999999999999999",
                "1.a b.0.h.1",
                "1.a.0.h.1 ",
                "1.a.0.h.1\n",
                "1.a.٣.h.1"
            })
    void refusesWhatIsNoCursor(String text) {
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> new FeedCursor(text).shard())
                .satisfies(refused -> assertThat(refused.failure()).isInstanceOf(FeedFailure.InvalidCursor.class));
    }
}
