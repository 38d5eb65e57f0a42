package io.clientele.campaign.policy.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.clientele.campaign.definition.Channel;

/**
 * What holds for every campaign.
 *
 * @param caps how many contacts a customer has at most; each of a channel and a period once
 * @param quiet when customers are left alone; empty for never
 * @param fallbackHour the hour of the customer's day, 0 to 23, that takes the place of the best one as long as that is not
 *     known; not a quiet one
 * @param holdout the share of all customers that no campaign contacts, 0 to {@value #LARGEST_HOLDOUT}
 */
public record ContactPolicy(List<Cap> caps, Optional<Quiet> quiet, int fallbackHour, double holdout) {

    public static final double LARGEST_HOLDOUT = 0.5;

    public ContactPolicy {
        caps = List.copyOf(caps);
        if (!(holdout >= 0 && holdout <= LARGEST_HOLDOUT)) {
            throw new IllegalArgumentException("a holdout of " + holdout + " is not from 0 to " + LARGEST_HOLDOUT);
        }
        if (fallbackHour < 0 || fallbackHour > 23) {
            throw new IllegalArgumentException("the fallback hour " + fallbackHour + " is not from 0 to 23");
        }
        if (quiet.isPresent() && quiet.get().holds(LocalTime.of(fallbackHour, 0))) {
            throw new IllegalArgumentException("the fallback hour " + fallbackHour + " is quiet");
        }
        if (caps.stream()
                        .map(cap -> cap.channel() + "/" + cap.period())
                        .distinct()
                        .count()
                < caps.size()) {
            throw new IllegalArgumentException("two caps of the same channel and period");
        }
    }

    /**
     * The first cap that leaves no room for one more contact; empty if there is room.
     *
     * @param channel that the contact would go over
     * @param today the day where the customer is
     * @param past the customer's contacts that count; those before {@link CapPeriod#earliest} make no difference
     */
    public Optional<Cap> reached(Channel channel, LocalDate today, Collection<PastContact> past) {
        return Caps.reached(caps, channel, today, past);
    }

    /**
     * The hour of the next 24 in which a customer was most active, of equals the first; the fallback hour if it never was, or
     * in quiet hours only. The hour that has begun counts from now on.
     *
     * @param hours how active the customer was in each hour of the day; empty if that is not known
     * @param hoursZone where those hours were counted
     * @param zone where the customer is
     * @return when to contact the customer, not before {@code now} and not in the channel's quiet hours
     */
    public Instant bestTime(List<Long> hours, ZoneId hoursZone, Instant now, ZoneId zone, Channel channel) {
        return BestTime.of(hours, hoursZone, now, zone, quiet(channel), fallbackHour);
    }

    /** When customers are left alone by a channel; empty for never. */
    public Optional<Quiet> quiet(Channel channel) {
        return quiet.filter(hours -> hours.channels().contains(channel));
    }
}
