package io.clientele.campaign.policy.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When within the next day a customer is best contacted. */
final class BestTime {

    private static final int HOURS = 24;

    private BestTime() {}

    /** See {@link ContactPolicy#bestTime}. */
    static Instant of(
            List<Long> hours, ZoneId hoursZone, Instant now, ZoneId zone, Optional<Quiet> quiet, int fallbackHour) {
        Instant best = null;
        long most = 0;
        Instant begin = now;
        for (int hour = 0; hour < HOURS && hours.size() == HOURS; hour++) {
            ZonedDateTime clock = begin.atZone(hoursZone);
            Instant end = clock.truncatedTo(ChronoUnit.HOURS).toInstant().plus(Duration.ofHours(1));
            Instant first = allowed(begin, zone, quiet);
            long active = hours.get(clock.getHour());
            if (active > most && first.isBefore(end)) {
                best = first;
                most = active;
            }
            begin = end;
        }
        return best == null ? allowed(next(fallbackHour, now, zone), zone, quiet) : best;
    }

    private static Instant allowed(Instant instant, ZoneId zone, Optional<Quiet> quiet) {
        return quiet.map(hours -> hours.nextAllowed(instant, zone)).orElse(instant);
    }

    /** When an hour next begins; at once if it has begun. Where clocks jump over it, when they have. */
    private static Instant next(int hour, Instant now, ZoneId zone) {
        ZonedDateTime clock = now.atZone(zone);
        if (clock.getHour() == hour) {
            return now;
        }
        ZonedDateTime today = clock.toLocalDate().atTime(LocalTime.of(hour, 0)).atZone(zone);
        return today.isAfter(clock)
                ? today.toInstant()
                : clock.toLocalDate()
                        .plusDays(1)
                        .atTime(LocalTime.of(hour, 0))
                        .atZone(zone)
                        .toInstant();
    }
}
