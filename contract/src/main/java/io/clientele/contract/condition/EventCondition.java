package io.clientele.contract.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.event.Event;
import io.clientele.contract.index.EventField;

/**
 * A condition that can be asked of one event.
 */
public record EventCondition(Condition condition) {

    /**
     * Checks the scope.
     *
     * @throws InvalidConditionException {@code WRONG_SCOPE} if it holds a behaviour or a trait that events do not carry; {@code TOO_DEEP}, {@code TOO_MANY_CONDITIONS}
     */
    public EventCondition {
        Limits.check(condition);
        scope(condition);
    }

    /** Whether it holds for the event: exactly if {@link #query} finds the event's document. */
    public boolean matches(Event event) {
        return matches(condition, event);
    }

    /** The Elasticsearch query that finds the documents of the events for which it holds; to be used as a filter. */
    public ObjectNode query() {
        return EventQuery.of(condition);
    }

    private static boolean matches(Condition condition, Event event) {
        return switch (condition) {
            case And and -> and.conditions().stream().allMatch(part -> matches(part, event));
            case Or or -> or.conditions().stream().anyMatch(part -> matches(part, event));
            case Not not -> !matches(not.condition(), event);
            case EventProperty property -> matches(property, event);
            case Trait trait -> matches(asOfEvent(trait), event);
            case Behaviour behaviour -> throw wrongScope(behaviour);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        };
    }

    private static boolean matches(EventProperty property, Event event) {
        return Comparison.matches(property.field().values(event), property.operator(), property.values());
    }

    /** The comparison of the event's own field that a trait stands for. */
    static EventProperty asOfEvent(Trait trait) {
        String name = "customer." + trait.name();
        if (EventField.named(name).isEmpty()) {
            throw new InvalidConditionException(
                    Code.WRONG_SCOPE, "traits." + trait.name(), "is not among the traits that events carry");
        }
        return EventProperty.of(name, trait.operator(), trait.values());
    }

    static InvalidConditionException wrongScope(Behaviour behaviour) {
        return new InvalidConditionException(Code.WRONG_SCOPE, "behaviour", "is asked of a customer, not of an event");
    }

    private static void scope(Condition condition) {
        switch (condition) {
            case And and -> and.conditions().forEach(EventCondition::scope);
            case Or or -> or.conditions().forEach(EventCondition::scope);
            case Not not -> scope(not.condition());
            case EventProperty _ -> {}
            case Trait trait -> asOfEvent(trait);
            case Behaviour behaviour -> throw wrongScope(behaviour);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        }
    }
}
