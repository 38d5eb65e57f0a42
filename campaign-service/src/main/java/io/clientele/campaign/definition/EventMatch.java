package io.clientele.campaign.definition;

import java.util.Optional;

import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.event.Event;

/**
 * Which events are meant.
 *
 * @param event the name
 * @param where what must hold for them; absent if nothing
 */
public record EventMatch(String event, Optional<EventCondition> where) {

    /** Whether this event is meant. */
    public boolean matches(Event candidate) {
        return event.equals(candidate.name())
                && where.map(condition -> condition.matches(candidate)).orElse(true);
    }
}
