package io.clientele.contract.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToLongFunction;

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
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;

/**
 * A condition that can be asked of a customer: of its traits, which their owner supplies, and of how often it did what.
 */
public record CustomerCondition(Condition condition) {

    /**
     * Checks the scope.
     *
     * @throws InvalidConditionException {@code WRONG_SCOPE} if it holds an event's property outside of a behaviour; {@code TOO_DEEP}, {@code TOO_MANY_CONDITIONS}
     */
    public CustomerCondition {
        Limits.check(condition);
        scope(condition);
    }

    /**
     * Whether it holds for a customer at an instant.
     *
     * @param traits the customer's traits at that instant
     * @param history all the customer's events, in any order; those after the instant do not count
     */
    public boolean matches(FreeFields traits, Collection<Event> history, Instant now) {
        return matches(traits, behaviour -> count(behaviour, history, now));
    }

    /** Whether it holds for a customer with these traits, who did each of {@link #behaviours} so often. */
    public boolean matches(FreeFields traits, ToLongFunction<Behaviour> counts) {
        return matches(condition, traits, counts);
    }

    /**
     * The search over the index {@code events} that counts the behaviours of every customer.
     *
     * @param pageSize customers of a page, 1 to {@value CustomerSearch#MAX_PAGE_SIZE}
     * @throws IllegalArgumentException if the page size is outside its range
     */
    public CustomerSearch search(Instant now, int pageSize) {
        return new CustomerSearch(this, now, pageSize);
    }

    /** What has to be counted: each behaviour once, in the order of the condition. */
    public Set<Behaviour> behaviours() {
        Set<Behaviour> found = new LinkedHashSet<>();
        collect(condition, found);
        return found;
    }

    /** The start of a window, itself outside: a behaviour counts events after it. */
    static Instant windowStart(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static long count(Behaviour behaviour, Collection<Event> history, Instant now) {
        return history.stream().filter(event -> counts(behaviour, event, now)).count();
    }

    private static boolean counts(Behaviour behaviour, Event event, Instant now) {
        Instant timestamp = event.times().timestamp();
        return behaviour.event().equals(event.name())
                && !timestamp.isAfter(now)
                && (behaviour.withinDays().isEmpty()
                        || timestamp.isAfter(
                                windowStart(now, behaviour.withinDays().getAsInt())))
                && behaviour
                        .where()
                        .map(where -> new EventCondition(where).matches(event))
                        .orElse(true);
    }

    private static boolean matches(Condition condition, FreeFields traits, ToLongFunction<Behaviour> counts) {
        return switch (condition) {
            case And and -> and.conditions().stream().allMatch(part -> matches(part, traits, counts));
            case Or or -> or.conditions().stream().anyMatch(part -> matches(part, traits, counts));
            case Not not -> !matches(not.condition(), traits, counts);
            case Trait trait -> matches(trait, traits);
            case Behaviour behaviour -> behaviour.holds(counts.applyAsLong(behaviour));
            case EventProperty property -> throw wrongScope(property);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        };
    }

    private static boolean matches(Trait trait, FreeFields traits) {
        return Comparison.matches(
                traits.values(trait.name()).stream().<FieldValue>map(Text::new).toList(),
                trait.operator(),
                trait.values().stream().<FieldValue>map(Text::new).toList());
    }

    private static void collect(Condition condition, Set<Behaviour> found) {
        switch (condition) {
            case And and -> and.conditions().forEach(part -> collect(part, found));
            case Or or -> or.conditions().forEach(part -> collect(part, found));
            case Not not -> collect(not.condition(), found);
            case Behaviour behaviour -> found.add(behaviour);
            case Trait _, EventProperty _, CustomerProperty _, InSegment _, Bucket _ -> {}
        }
    }

    private static void scope(Condition condition) {
        switch (condition) {
            case And and -> and.conditions().forEach(CustomerCondition::scope);
            case Or or -> or.conditions().forEach(CustomerCondition::scope);
            case Not not -> scope(not.condition());
            case Trait _, Behaviour _ -> {}
            case EventProperty property -> throw wrongScope(property);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        }
    }

    static InvalidConditionException wrongScope(EventProperty property) {
        return new InvalidConditionException(
                Code.WRONG_SCOPE, property.field().name(), "is asked of an event, not of a customer: use a behaviour");
    }
}
