package io.clientele.campaign.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A campaign as it was defined, without contradictions.
 *
 * @param delay how long after the trigger the customer is due, zero or more
 * @param until the events that end the waiting without contact
 * @param variants at least one
 * @param control the share that is not contacted, 0 to 0.9
 * @param currency of every amount
 * @param priority 0 to 100, the greater first
 */
public record CampaignDefinition(
        String id,
        String name,
        Optional<String> playbook,
        Audience audience,
        Trigger trigger,
        Duration delay,
        List<EventMatch> until,
        List<Variant> variants,
        double control,
        ContactTiming timing,
        boolean transactional,
        Goal goal,
        Optional<Budget> budget,
        String currency,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        int priority,
        Reentry reentry) {

    public CampaignDefinition {
        until = List.copyOf(until);
        variants = List.copyOf(variants);
    }

    /** The same without dates: one that could begin at any time, and go on for ever. */
    public CampaignDefinition withoutDates() {
        return new CampaignDefinition(
                id,
                name,
                playbook,
                audience,
                trigger,
                delay,
                until,
                variants,
                control,
                timing,
                transactional,
                goal,
                budget,
                currency,
                Optional.empty(),
                Optional.empty(),
                priority,
                reentry);
    }

    /** Every segment that it names. */
    public Set<String> segments() {
        Set<String> segments = new LinkedHashSet<>(audience.except());
        audience.segment().ifPresent(segments::add);
        switch (trigger) {
            case Trigger.OnSegmentEntry(String segment) -> segments.add(segment);
            case Trigger.OnSegmentExit(String segment) -> segments.add(segment);
            case Trigger.OnEvent _, Trigger.OnSchedule _, Trigger.OnInactivity _ -> {}
        }
        return segments;
    }

    /** The names of all events that matter to it. */
    public Set<String> events() {
        Set<String> events = new LinkedHashSet<>();
        events.add(goal.match().event());
        events.addAll(decidingEvents());
        return events;
    }

    /** The names of the events that enrol, or end the waiting. */
    public Set<String> decidingEvents() {
        Set<String> events = new LinkedHashSet<>();
        until.forEach(match -> events.add(match.event()));
        switch (trigger) {
            case Trigger.OnEvent(EventMatch match) -> events.add(match.event());
            case Trigger.OnInactivity(EventMatch after, Duration _) -> events.add(after.event());
            case Trigger.OnSegmentEntry _, Trigger.OnSegmentExit _, Trigger.OnSchedule _ -> {}
        }
        return events;
    }

    /** How long after its event an enrolment by an event, or by the silence that followed it, is due first. */
    public Duration wholeWait() {
        return trigger instanceof Trigger.OnInactivity(EventMatch _, Duration lasting) ? lasting.plus(delay) : delay;
    }

    /** Whether somebody may be enrolled at this instant, as far as its dates go. */
    public boolean enrolsAt(Instant instant) {
        return startsAt.map(start -> !instant.isBefore(start)).orElse(true)
                && endsAt.map(instant::isBefore).orElse(true);
    }
}
