package io.clientele.funnel.question;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.clientele.funnel.question.Questions.assertRefused;
import static io.clientele.funnel.question.Questions.assertSearch;
import static org.assertj.core.api.Assertions.assertThat;

class TimeRangeTest {

    private static final Instant OCTOBER = Instant.parse("2019-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2019-11-01T00:00:00Z");

    @Test
    void asksForHalfOpenRange() {
        assertSearch(TimeRange.ofInput(OCTOBER, NOVEMBER).query("@timestamp"), """
                {"range": {"@timestamp":
                    {"gte": 1569888000000, "lt": 1572566400000, "format": "epoch_millis"}}}
                """);
    }

    @Test
    void liftsLowerBound() {
        assertSearch(TimeRange.ofInput(OCTOBER, NOVEMBER).untilQuery("@timestamp"), """
                {"range": {"@timestamp": {"lt": 1572566400000, "format": "epoch_millis"}}}
                """);
    }

    @Test
    void roundsFinerBoundsUpToWholeMilliseconds() {
        TimeRange range = TimeRange.ofInput(OCTOBER.plusNanos(1), OCTOBER.plusNanos(1_000_001));
        assertThat(range.fromMillis()).isEqualTo(OCTOBER.toEpochMilli() + 1);
        assertThat(range.toMillis()).isEqualTo(OCTOBER.toEpochMilli() + 2);
    }

    @Test
    void reachesOverAllTimeWithoutBounds() {
        TimeRange all = TimeRange.of("", null, null);
        assertThat(all.from()).isBefore(Instant.EPOCH);
        assertThat(all.to()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-10-01T00:00:00Z, 2019-10-01T00:00:00Z, input.to",
        "2019-10-02T00:00:00Z, 2019-10-01T00:00:00Z, input.to",
        "-0001-01-01T00:00:00Z, 2019-10-01T00:00:00Z, input.from",
        "2019-10-01T00:00:00Z, +10000-01-01T00:00:00Z, input.to",
        "-1000000000-01-01T00:00:00Z, +1000000000-12-31T23:59:59.999999999Z, input.from"
    })
    void refusesEmptyTurnedRoundAndOutsideCalendar(Instant from, Instant to, String field) {
        assertRefused(() -> TimeRange.ofInput(from, to), "INVALID_RANGE", field);
    }
}
