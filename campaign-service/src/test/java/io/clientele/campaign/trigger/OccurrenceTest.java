package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.clientele.campaign.definition.Recurrence;
import io.clientele.campaign.definition.ScheduleZone;
import io.clientele.campaign.definition.Trigger.OnSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class OccurrenceTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-31T20:00");

    @Test
    void comesOnTheLastDayOfShortMonthsAndGoesBackToItsOwn() {
        OnSchedule monthly = new OnSchedule(Optional.of(FIRST), Recurrence.MONTHLY, ScheduleZone.SHOP);

        assertThat(Occurrence.of(monthly, 1).at()).isEqualTo("2026-02-28T20:00:00");
        assertThat(Occurrence.of(monthly, 2).at()).isEqualTo("2026-03-31T20:00:00");
    }

    @Test
    void beginsAtTheShopsTimeOrWhenTheFirstCustomersClockShowsIt() {
        OnSchedule shop = new OnSchedule(Optional.of(FIRST), Recurrence.ONCE, ScheduleZone.SHOP);
        OnSchedule customers = new OnSchedule(Optional.of(FIRST), Recurrence.ONCE, ScheduleZone.CUSTOMER);

        assertThat(Occurrence.of(shop, 0).begins(shop, SHANGHAI)).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(Occurrence.of(customers, 0).begins(customers, SHANGHAI)).isEqualTo("2026-01-31T06:00:00Z");
        assertThat(Occurrence.of(customers, 0).due(customers, SHANGHAI, ZoneId.of("America/New_York")))
                .isEqualTo("2026-02-01T01:00:00Z");
    }

    @Test
    void skipsWhatWasOverBeforeTheLaunch() {
        OnSchedule daily = new OnSchedule(Optional.of(FIRST), Recurrence.DAILY, ScheduleZone.SHOP);

        assertThat(Occurrence.from(daily, Instant.parse("2026-02-02T12:00:01Z"), SHANGHAI)
                        .number())
                .isEqualTo(3);
    }

    @Test
    void isOverWhenTheLastClockHasShownIt() {
        OnSchedule customers = new OnSchedule(Optional.of(FIRST), Recurrence.DAILY, ScheduleZone.CUSTOMER);
        Instant last = Instant.parse("2026-02-01T08:00:00Z");

        assertThat(Occurrence.of(customers, 0).ends(customers, SHANGHAI)).isEqualTo(last);
        assertThat(Occurrence.notOver(customers, last, SHANGHAI).number()).isZero();
        assertThat(Occurrence.notOver(customers, last.plusNanos(1), SHANGHAI).number())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Recurrence.class)
    void findsTheNextOccurrenceHoweverLongAgoTheFirstWas(Recurrence every) {
        for (ScheduleZone zone : ScheduleZone.values()) {
            OnSchedule schedule = new OnSchedule(Optional.of(FIRST), every, zone);
            for (int hours = -100; hours < 20_000; hours += 7) {
                Instant launch = Instant.parse("2026-02-01T00:00:00Z").plus(Duration.ofHours(hours));
                Occurrence next = Occurrence.from(schedule, launch, SHANGHAI);

                int number = next.number();
                assertThat(every == Recurrence.ONCE
                                || !next.begins(schedule, SHANGHAI).isBefore(launch))
                        .isTrue();
                assertThat(number == 0
                                || Occurrence.of(schedule, number - 1)
                                        .begins(schedule, SHANGHAI)
                                        .isBefore(launch))
                        .isTrue();
            }
        }
    }

    @Test
    void doesNotCountMillionsOfYearsDayByDay() {
        OnSchedule daily = new OnSchedule(
                Optional.of(LocalDateTime.parse("-5000000-01-01T00:00")), Recurrence.DAILY, ScheduleZone.SHOP);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Occurrence.from(daily, Instant.parse("2026-02-02T12:00:00Z"), SHANGHAI)
                                .at())
                        .isEqualTo("2026-02-03T00:00:00"));
    }

    @Test
    void aScheduleThatComesOnceHasNoOther() {
        OnSchedule once = new OnSchedule(Optional.of(FIRST), Recurrence.ONCE, ScheduleZone.SHOP);

        assertThat(Occurrence.from(once, Instant.parse("2027-01-01T00:00:00Z"), SHANGHAI)
                        .number())
                .isZero();
        assertThat(Occurrence.exists(once, 1)).isFalse();
    }
}
