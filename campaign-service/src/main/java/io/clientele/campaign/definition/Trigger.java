package io.clientele.campaign.definition;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** What enrols a customer. */
public sealed interface Trigger {

    /** Each event that matches. */
    record OnEvent(EventMatch match) implements Trigger {}

    /** Becoming a member of a segment. */
    record OnSegmentEntry(String segment) implements Trigger {}

    /** Leaving a segment. */
    record OnSegmentExit(String segment) implements Trigger {}

    /**
     * A time of the calendar, for everybody in the audience.
     *
     * @param first local time of the first occurrence; absent: when the campaign is launched
     */
    record OnSchedule(Optional<LocalDateTime> first, Recurrence every, ScheduleZone zone) implements Trigger {

        /** The same with a first occurrence in any case. */
        public OnSchedule launchedAt(LocalDateTime launch) {
            return first.isPresent() ? this : new OnSchedule(Optional.of(launch), every, zone);
        }
    }

    /**
     * A customer's silence.
     *
     * @param after the events of which none may follow
     * @param lasting how long, more than zero
     */
    record OnInactivity(EventMatch after, Duration lasting) implements Trigger {}
}
