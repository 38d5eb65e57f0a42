package io.clientele.campaign.policy.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;

import io.clientele.campaign.definition.Channel;

/**
 * Hours in which customers are left alone.
 *
 * @param from the first quiet time on the customer's clock
 * @param to the first time that is quiet no more; before {@code from} if midnight lies between them
 * @param channels that are quiet; at least one
 */
public record Quiet(LocalTime from, LocalTime to, QuietOutcome outcome, Set<Channel> channels) {

    public Quiet {
        channels = Set.copyOf(channels);
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours from " + from + " to " + to + " would never end");
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("quiet hours of no channel");
        }
    }

    /** Whether it is quiet. */
    public boolean holds(Instant instant, ZoneId zone) {
        return holds(instant.atZone(zone).toLocalTime());
    }

    /** Whether it is quiet when clocks show this time. */
    public boolean holds(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** The first instant from a given one on that is not quiet. */
    public Instant nextAllowed(Instant instant, ZoneId zone) {
        Instant allowed = instant;
        // More than once only where clocks jump from one quiet time into another.
        while (holds(allowed, zone)) {
            allowed = end(allowed.atZone(zone));
        }
        return allowed;
    }

    /** When the clock next shows the end, or jumps over it. */
    private Instant end(ZonedDateTime quiet) {
        LocalDate day = quiet.toLocalDate();
        LocalDate last = quiet.toLocalTime().isBefore(to) ? day : day.plusDays(1);
        LocalDateTime end = last.atTime(to);
        ZoneOffsetTransition jump = quiet.getZone().getRules().getTransition(end);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        ZonedDateTime first = ZonedDateTime.of(end, quiet.getZone()).withEarlierOffsetAtOverlap();
        // The clock is in the hour that it shows for the second time.
        return first.isAfter(quiet)
                ? first.toInstant()
                : first.withLaterOffsetAtOverlap().toInstant();
    }
}
