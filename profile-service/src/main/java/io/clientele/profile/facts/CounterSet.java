package io.clientele.profile.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.event.Event;

/**
 * Counters by their numbers: what ledgers count beside all events of a name, namely those of a name for which a condition
 * holds. Immutable.
 */
public final class CounterSet {

    public static final CounterSet NONE = new CounterSet(Map.of());

    private final NavigableMap<Long, Counter> byNumber;
    private final Map<String, List<Asked>> byEvent = new HashMap<>();

    private record Asked(long number, EventCondition where) {}

    /**
     * These counters.
     *
     * @param byNumber each has a condition; numbers are 1 and above
     */
    public CounterSet(Map<Long, Counter> byNumber) {
        this.byNumber = Collections.unmodifiableNavigableMap(new TreeMap<>(byNumber));
        this.byNumber.forEach((number, counter) -> byEvent.computeIfAbsent(counter.event(), _ -> new ArrayList<>())
                .add(new Asked(
                        number,
                        counter.where()
                                .map(EventCondition::new)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("all events of a name are counted anyway")))));
    }

    /** The counters, in the order of their numbers. */
    public NavigableMap<Long, Counter> byNumber() {
        return byNumber;
    }

    /** The names of the events that they count. */
    public Set<String> events() {
        return Collections.unmodifiableSet(byEvent.keySet());
    }

    public boolean isEmpty() {
        return byNumber.isEmpty();
    }

    /** The highest number; 0 if there is none. */
    public long highest() {
        return byNumber.isEmpty() ? 0 : byNumber.lastKey();
    }

    /** Those whose number is not above this one. */
    public CounterSet upTo(long number) {
        return highest() <= number ? this : new CounterSet(byNumber.headMap(number, true));
    }

    /** Those whose number is above this one. */
    public CounterSet after(long number) {
        return highest() <= number ? NONE : new CounterSet(byNumber.tailMap(number, false));
    }

    /** Tells the numbers of those that count an event. */
    void counting(Event event, String name, LongConsumer number) {
        for (Asked asked : byEvent.getOrDefault(name, List.of())) {
            if (asked.where().matches(event)) {
                number.accept(asked.number());
            }
        }
    }
}
