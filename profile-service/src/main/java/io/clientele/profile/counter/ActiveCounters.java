package io.clientele.profile.counter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.profile.facts.CounterSet;

/** The counters that some definition uses, as they stand at a moment. */
public final class ActiveCounters {

    public static final ActiveCounters NONE = new ActiveCounters(List.of());

    private final CounterSet set;
    private final Map<Counter, ActiveCounter> byCounter = new HashMap<>();

    ActiveCounters(Collection<ActiveCounter> counters) {
        Map<Long, Counter> byNumber = new TreeMap<>();
        counters.forEach(each -> {
            byNumber.put(each.number(), each.counter());
            byCounter.put(each.counter(), each);
        });
        this.set = new CounterSet(byNumber);
    }

    /** All of them. */
    public CounterSet set() {
        return set;
    }

    /** Whether some have not counted all events yet. */
    public boolean counting() {
        return byCounter.values().stream().anyMatch(each -> !each.counted());
    }

    /** What a condition asks for that is not counted, or not of all events yet. */
    public Set<Counter> missing(SegmentCondition condition) {
        return CounterUse.wanted(condition).stream()
                .filter(wanted ->
                        !byCounter.containsKey(wanted) || !byCounter.get(wanted).counted())
                .collect(Collectors.toSet());
    }

    /** Whether the index can answer a condition as far as counters go. */
    boolean indexed(SegmentCondition condition) {
        return CounterUse.wanted(condition).stream()
                .allMatch(wanted ->
                        byCounter.containsKey(wanted) && byCounter.get(wanted).indexed());
    }

    /** The highest number of some counters; 0 if there is none of them. */
    long highest(Collection<Counter> counters) {
        return counters.stream()
                .mapToLong(counter -> standing(counter).number())
                .max()
                .orElse(0);
    }

    /** A counter as it stands; one of number 0 if it is none of these. */
    private ActiveCounter standing(Counter counter) {
        ActiveCounter standing = byCounter.get(counter);
        return standing == null ? new ActiveCounter(0, counter, false, false) : standing;
    }
}
