package io.clientele.command.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {
    @Test
    void doublesUpToHalfAMinute() {
        List<Long> seconds = new ArrayList<>();
        BackOff backOff = BackOff.NONE;
        for (int i = 0; i < 8; i++) {
            seconds.add(backOff.delay().toSeconds());
            backOff = backOff.afterRunOf(Duration.ofSeconds(5));
        }

        assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void stillWaitsHalfAMinuteAfterManyFailures() {
        assertThat(new BackOff(100_000).delay()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void beginsAgainAfterALongHealthyRun() {
        assertThat(new BackOff(7).afterRunOf(Duration.ofMinutes(5)).delay()).isEqualTo(Duration.ofSeconds(1));
    }
}
