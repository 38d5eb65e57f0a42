package io.clientele.profile.fold;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class FoldMetersTest {

    private static final int PAGE = 100;

    private final FoldMeters meters = new FoldMeters(new SimpleMeterRegistry(), new PagesOf(PAGE));

    @Test
    void callsABacklogLongWhenManyPagesWaitOnAnyShard() {
        assertThat(meters.isLong()).isFalse();

        meters.reached(0, 10 * PAGE);
        assertThat(meters.isLong()).isFalse();

        meters.reached(1, 10 * PAGE + 1);
        assertThat(meters.isLong()).isTrue();

        meters.reached(1, 0);
        assertThat(meters.isLong()).isFalse();
    }

    @Test
    void forgetsTheBacklogOfAShardThatAnotherInstanceFolds() {
        meters.reached(1, 1_000_000);
        meters.left(1);

        assertThat(meters.isLong()).isFalse();
    }

    private record PagesOf(int pageEvents) implements FoldConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String consumer() {
            return "test";
        }

        @Override
        public Duration maxWait() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration reviewEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int reviewCustomers() {
            return 1;
        }

        @Override
        public Duration measureEvery() {
            return Duration.ofSeconds(1);
        }
    }
}
