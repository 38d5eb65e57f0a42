package io.clientele.funnel.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class TrafficInputTest {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    private static final Instant FROM = Instant.parse("2019-10-01T00:00:00Z");

    @Test
    void followsTheShopsCalendarUnlessAnotherIsNamed() {
        assertThat(input(Duration.ofDays(1), Interval.DAY, null).question(SHOP).zone())
                .isEqualTo(SHOP);
        assertThat(input(Duration.ofDays(1), Interval.DAY, "-05:00")
                        .question(SHOP)
                        .zone())
                .isEqualTo(ZoneId.of("-05:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shanghai", "Mars/Olympus", "+25:00"})
    void refusesWhatIsNoZone(String zone) {
        assertRefused(() -> input(Duration.ofDays(1), Interval.DAY, zone).question(SHOP), "INVALID_ZONE", "input.zone");
    }

    @ParameterizedTest
    @CsvSource({"HOUR, PT1000H", "DAY, P1000D", "WEEK, P7000D", "MONTH, P28000D"})
    void takesThousandIntervalsButNotMore(Interval interval, Duration length) {
        assertThat(input(length, interval, null).question(SHOP).interval()).isEqualTo(interval);
        assertRefused(
                () -> input(length.plusMillis(1), interval, null).question(SHOP), "TOO_MANY_BUCKETS", "input.interval");
    }

    private static TrafficInput input(Duration length, Interval interval, @Nullable String zone) {
        return new TrafficInput(FROM, FROM.plus(length), interval, zone);
    }
}
