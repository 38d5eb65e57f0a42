package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.definition.Recurrence;
import io.clientele.campaign.definition.ScheduleZone;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger.OnSchedule;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LAUNCH = Instant.parse("2026-02-01T12:00:00Z");
    private static final Optional<LocalDateTime> FIRST = Optional.of(LocalDateTime.parse("2026-01-31T20:00"));

    @Test
    void beginsWithAnOccurrenceThatSomeClocksHaveYetToShow() {
        Timetable timetable = timetable(FIRST, Recurrence.DAILY, ScheduleZone.CUSTOMER, null, null);

        Occurrence first = timetable.first();

        assertThat(first.at()).isEqualTo("2026-02-01T20:00:00");
        assertThat(timetable.begins(first)).isBefore(LAUNCH);
    }

    @Test
    void takesThoseWhoseClocksShowItAfterTheLaunch() {
        Timetable timetable = timetable(FIRST, Recurrence.DAILY, ScheduleZone.CUSTOMER, null, null);
        Occurrence sunday = timetable.occurrence(1);

        assertThat(enrols(timetable, sunday, "America/New_York")).isTrue();
        assertThat(enrols(timetable, sunday, "Asia/Shanghai")).isTrue();
        assertThat(enrols(timetable, sunday, "Asia/Tokyo")).isFalse();
    }

    @Test
    void takesThoseWhoseClocksShowItBetweenTheDates() {
        Instant start = Instant.parse("2026-02-02T00:00:00Z");
        Instant end = Instant.parse("2026-02-02T04:00:00Z");
        Timetable timetable = timetable(FIRST, Recurrence.DAILY, ScheduleZone.CUSTOMER, start, end);
        Occurrence sunday = timetable.occurrence(1);

        assertThat(timetable.first()).isEqualTo(sunday);
        assertThat(timetable.begins(sunday)).isEqualTo(start);
        assertThat(enrols(timetable, sunday, "Asia/Shanghai")).isFalse();
        assertThat(enrols(timetable, sunday, "America/New_York")).isTrue();
        assertThat(enrols(timetable, sunday, "America/Los_Angeles")).isFalse();
        assertThat(timetable.ended(timetable.occurrence(2))).isTrue();
    }

    @Test
    void beginsWithTheCampaignIfNoTimeIsGiven() {
        Instant start = LAUNCH.plus(Duration.ofDays(2));
        Timetable timetable = timetable(Optional.empty(), Recurrence.ONCE, ScheduleZone.CUSTOMER, start, null);
        Occurrence first = timetable.first();

        assertThat(timetable.begins(first)).isEqualTo(start);
        assertThat(timetable.open(0, start)).contains(first);
        assertThat(timetable.enrols(first, first.due(timetable.schedule(), SHANGHAI, ZoneId.of("Asia/Tokyo")), start))
                .as("whose clock is past it already")
                .isTrue();
    }

    @Test
    void passesOverWhatIsLongAgo() {
        Timetable daily = timetable(FIRST, Recurrence.DAILY, ScheduleZone.SHOP, null, null);
        Timetable once = timetable(FIRST, Recurrence.ONCE, ScheduleZone.SHOP, null, null);
        Instant now = Instant.parse("2026-03-01T13:00:00Z");

        assertThat(daily.open(1, now)).contains(daily.occurrence(29));
        assertThat(daily.open(29, now)).contains(daily.occurrence(29));
        assertThat(daily.upcoming(now)).contains(daily.occurrence(30));
        assertThat(once.open(0, now)).isEmpty();
        assertThat(once.upcoming(now)).isEmpty();
    }

    private static boolean enrols(Timetable timetable, Occurrence occurrence, String zone) {
        return timetable.enrols(
                occurrence,
                occurrence.due(timetable.schedule(), SHANGHAI, ZoneId.of(zone)),
                timetable.begins(occurrence));
    }

    private static Timetable timetable(
            Optional<LocalDateTime> first,
            Recurrence every,
            ScheduleZone zone,
            @Nullable Instant start,
            @Nullable Instant end) {
        StoredCampaign campaign = MatchingTest.campaign(json -> {
            if (start != null) {
                json.put("startsAt", start.toString());
            }
            return end == null ? json : json.put("endsAt", end.toString());
        });
        return new Timetable(campaign, new OnSchedule(first, every, zone), LAUNCH, SHANGHAI, Duration.ofDays(1));
    }
}
