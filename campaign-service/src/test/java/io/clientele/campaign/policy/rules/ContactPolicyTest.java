package io.clientele.campaign.policy.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.definition.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContactPolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Quiet NIGHT = quiet("22:00", "08:00");

    // A Sunday, the first of the month.
    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");

    @Test
    void countsTheCalendarOfTheCustomer() {
        assertThat(CapPeriod.WEEK.start(TODAY)).isEqualTo(LocalDate.parse("2026-10-26"));
        assertThat(CapPeriod.MONTH.start(TODAY)).isEqualTo(TODAY);
        assertThat(CapPeriod.earliest(TODAY)).isEqualTo(LocalDate.parse("2026-10-26"));
        assertThat(CapPeriod.earliest(LocalDate.parse("2026-11-30"))).isEqualTo(LocalDate.parse("2026-11-01"));

        ContactPolicy twoAWeek = caps(new Cap(null, CapPeriod.WEEK, 2));
        PastContact lastMonday = new PastContact(Channel.EMAIL, LocalDate.parse("2026-10-26"));
        PastContact sundayBefore = new PastContact(Channel.EMAIL, LocalDate.parse("2026-10-25"));
        assertThat(twoAWeek.reached(Channel.INBOX, TODAY, List.of(lastMonday, sundayBefore)))
                .isEmpty();
        assertThat(twoAWeek.reached(Channel.INBOX, TODAY, List.of(lastMonday, lastMonday)))
                .contains(new Cap(null, CapPeriod.WEEK, 2));
    }

    @Test
    void countsAChannelByItselfAndAllTogether() {
        ContactPolicy policy = caps(new Cap(Channel.EMAIL, CapPeriod.DAY, 1), new Cap(null, CapPeriod.DAY, 2));
        PastContact email = new PastContact(Channel.EMAIL, TODAY);

        assertThat(policy.reached(Channel.EMAIL, TODAY, List.of(email)))
                .contains(new Cap(Channel.EMAIL, CapPeriod.DAY, 1));
        assertThat(policy.reached(Channel.INBOX, TODAY, List.of(email))).isEmpty();
        assertThat(policy.reached(Channel.INBOX, TODAY, List.of(email, email)))
                .contains(new Cap(null, CapPeriod.DAY, 2));
        assertThat(caps(new Cap(Channel.WEBHOOK, CapPeriod.MONTH, 0)).reached(Channel.WEBHOOK, TODAY, List.of()))
                .isPresent();
        assertThat(caps().reached(Channel.EMAIL, TODAY, Collections.nCopies(1_000, email)))
                .isEmpty();
    }

    @Test
    void isQuietOverMidnight() {
        assertThat(NIGHT.holds(LocalTime.parse("22:00"))).isTrue();
        assertThat(NIGHT.holds(LocalTime.parse("07:59:59"))).isTrue();
        assertThat(NIGHT.holds(LocalTime.parse("08:00"))).isFalse();
        assertThat(quiet("12:00", "14:00").holds(LocalTime.parse("14:00"))).isFalse();
        assertThat(quiet("12:00", "14:00").holds(LocalTime.parse("11:59"))).isFalse();
        assertThat(NIGHT.nextAllowed(Instant.parse("2026-11-20T21:30:00Z"), BERLIN))
                .isEqualTo("2026-11-21T07:00:00Z");
    }

    @Test
    void endsQuietHoursWhenTheClockJumpsOverTheirEnd() {
        // In the night of 2026-03-29, Berlin's clocks go from 02:00 to 03:00.
        assertThat(quiet("22:00", "02:30").nextAllowed(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:00:00Z");
        // In that of 2026-10-25, they show the hour from 02:00 twice.
        assertThat(quiet("22:00", "02:30").nextAllowed(Instant.parse("2026-10-25T01:10:00Z"), BERLIN))
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void picksTheHourInWhichTheCustomerIsMostActive() {
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
        hours.set(20, 7L);
        hours.set(23, 9L);
        Instant now = Instant.parse("2026-11-20T20:15:00Z");

        assertThat(best(hours, UTC, now, Optional.empty())).isEqualTo("2026-11-20T23:00:00Z");
        assertThat(best(hours, UTC, now, Optional.of(NIGHT))).isEqualTo(now);
        // Counted in Berlin, hour 20 is 19 in UTC.
        assertThat(best(hours, BERLIN, now, Optional.of(NIGHT))).isEqualTo("2026-11-21T19:00:00Z");
    }

    @Test
    void fallsBackWhereNoHourIsKnown() {
        Instant now = Instant.parse("2026-11-20T20:15:00Z");
        List<Long> onlyAtNight = new ArrayList<>(Collections.nCopies(24, 0L));
        onlyAtNight.set(3, 7L);

        assertThat(best(List.of(), UTC, now, Optional.of(NIGHT))).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(best(onlyAtNight, UTC, now, Optional.of(NIGHT))).isEqualTo("2026-11-21T10:00:00Z");
        Instant begun = Instant.parse("2026-11-20T10:59:00Z");
        assertThat(best(List.of(), UTC, begun, Optional.of(NIGHT))).isEqualTo(begun);
    }

    @Test
    void knowsZonesFromOtherTexts() {
        CustomerZone zones = new CustomerZone(UTC);
        assertThat(zones.of("Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(zones.of("Mars/Olympus")).isEqualTo(UTC);
        assertThat(zones.of("")).isEqualTo(UTC);
        assertThat(zones.of(null)).isEqualTo(UTC);
    }

    @Test
    void isQuietOnItsChannelsOnly() {
        ContactPolicy policy = new ContactPolicy(List.of(), Optional.of(NIGHT), 10, 0);
        assertThat(policy.quiet(Channel.EMAIL)).contains(NIGHT);
        assertThat(policy.quiet(Channel.INBOX)).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> quiet("08:00", "08:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cap(null, CapPeriod.DAY, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactPolicy(List.of(), Optional.of(NIGHT), 7, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactPolicy(List.of(), Optional.empty(), 24, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContactPolicy(List.of(), Optional.empty(), 10, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caps(new Cap(null, CapPeriod.DAY, 1), new Cap(null, CapPeriod.DAY, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quiet(LocalTime.NOON, LocalTime.MIN, QuietOutcome.DROP, Set.of()));
    }

    private static Instant best(List<Long> hours, ZoneId hoursZone, Instant now, Optional<Quiet> quiet) {
        return new ContactPolicy(List.of(), quiet, 10, 0).bestTime(hours, hoursZone, now, UTC, Channel.EMAIL);
    }

    private static ContactPolicy caps(Cap... caps) {
        return new ContactPolicy(List.of(caps), Optional.empty(), 10, 0);
    }

    private static Quiet quiet(String from, String to) {
        return new Quiet(
                LocalTime.parse(from),
                LocalTime.parse(to),
                QuietOutcome.NEXT_AVAILABLE,
                Set.of(Channel.EMAIL, Channel.WEBHOOK));
    }
}
