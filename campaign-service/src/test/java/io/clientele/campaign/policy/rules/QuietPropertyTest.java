package io.clientele.campaign.policy.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.clientele.campaign.definition.Channel;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class QuietPropertyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Property
    void waitsForTheFirstMinuteThatIsNotQuiet(
            @ForAll("quietHours") Quiet quiet, @ForAll("instants") Instant now, @ForAll("zones") ZoneId zone) {
        Instant allowed = quiet.nextAllowed(now, zone);

        assertThat(allowed).isAfterOrEqualTo(now);
        assertThat(quiet.holds(allowed, zone)).isFalse();
        for (Instant before = now; before.isBefore(allowed); before = before.plus(MINUTE)) {
            assertThat(quiet.holds(before, zone)).as("%s in %s", before, zone).isTrue();
        }
    }

    @Property
    void contactsAtTheBestTimeWithinTheDay(
            @ForAll("quietHours") Quiet quiet,
            @ForAll("instants") Instant now,
            @ForAll("zones") ZoneId zone,
            @ForAll("zones") ZoneId hoursZone,
            @ForAll("hours") List<Long> hours,
            @ForAll @IntRange(max = 23) int fallback) {
        Instant best = BestTime.of(hours, hoursZone, now, zone, Optional.of(quiet), fallback);

        assertThat(best).isAfterOrEqualTo(now);
        assertThat(quiet.holds(best, zone)).isFalse();
        boolean known = hours.stream().anyMatch(count -> count > 0);
        if (!known) {
            assertThat(best).isEqualTo(BestTime.of(List.of(), hoursZone, now, zone, Optional.of(quiet), fallback));
            return;
        }
        Instant last = now.plus(Duration.ofHours(24));
        if (best.isBefore(last) && hours.get(best.atZone(hoursZone).getHour()) > 0) {
            long chosen = hours.get(best.atZone(hoursZone).getHour());
            for (Instant other = now; other.isBefore(last.minus(Duration.ofHours(1))); other = other.plus(MINUTE)) {
                long active = hours.get(other.atZone(hoursZone).getHour());
                assertThat(quiet.holds(other, zone) || active <= chosen)
                        .as("%s is better than %s", other, best)
                        .isTrue();
            }
        }
    }

    @Provide
    Arbitrary<Quiet> quietHours() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(minutes -> LocalTime.MIN.plusMinutes(minutes));
        return Combinators.combine(times, times)
                .filter((from, to) -> !from.equals(to))
                .as((from, to) -> new Quiet(from, to, QuietOutcome.NEXT_AVAILABLE, Set.of(Channel.EMAIL)));
    }

    /** Around the hours at which clocks jump, and all year. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> allYear = minutes("2026-01-01T00:00:00Z", 365 * 24 * 60);
        return Arbitraries.oneOf(
                allYear,
                minutes("2026-03-28T12:00:00Z", 2 * 24 * 60),
                minutes("2026-10-24T12:00:00Z", 2 * 24 * 60),
                minutes("2026-03-07T12:00:00Z", 2 * 24 * 60),
                minutes("2026-10-31T12:00:00Z", 2 * 24 * 60),
                minutes("2011-12-29T00:00:00Z", 3 * 24 * 60));
    }

    private static Arbitrary<Instant> minutes(String from, int most) {
        return Arbitraries.integers()
                .between(0, most)
                .map(minutes -> Instant.parse(from).plus(Duration.ofMinutes(minutes)));
    }

    /** Among them one whose clocks jump by half an hour, one that left out a day, and two that are off by parts of hours. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Asia/Shanghai",
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "Asia/Kolkata")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<Long>> hours() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5).list().ofSize(24), Arbitraries.just(Collections.nCopies(24, 0L)));
    }
}
