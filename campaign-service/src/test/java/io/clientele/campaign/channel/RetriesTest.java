package io.clientele.campaign.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class RetriesTest {

    private static final Retries RETRIES = new Retries(12, Duration.ofSeconds(5), Duration.ofHours(1));
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void doublesThePauseUpToTheLongest() {
        assertThat(RETRIES.after(1, Optional.empty(), 0)).contains(Duration.ofSeconds(5));
        assertThat(RETRIES.after(2, Optional.empty(), 0)).contains(Duration.ofSeconds(10));
        assertThat(RETRIES.after(4, Optional.empty(), 1)).contains(Duration.ofSeconds(60));
        assertThat(RETRIES.after(11, Optional.empty(), 0)).contains(Duration.ofHours(1));
        assertThat(RETRIES.after(12, Optional.empty(), 0)).isEmpty();
    }

    @Property
    void waitsAsLongAsTheReceiverAsksAndNoLongerThanADay(
            @ForAll @IntRange(min = 1, max = 11) int attempt,
            @ForAll @IntRange(min = 0, max = 1_000_000) int asked,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        Duration pause = RETRIES.after(attempt, Optional.of(Duration.ofSeconds(asked)), chance)
                .orElseThrow();

        assertThat(pause)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(asked, 86_400)))
                .isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @Test
    void readsBothFormsOfRetryAfterAndNothingElse() {
        assertThat(RetryAfter.of("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of(" 0 ", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 12:01:00 GMT", NOW)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 11:59:00 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.of("-1", NOW)).isEmpty();
        assertThat(RetryAfter.of("99999999999999999999", NOW)).isEmpty();
        assertThat(RetryAfter.of("soon", NOW)).isEmpty();
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
