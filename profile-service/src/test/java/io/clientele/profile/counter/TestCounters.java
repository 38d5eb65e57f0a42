package io.clientele.profile.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.clientele.contract.condition.Counter;

/** Counters of definitions, numbered from 1. */
public final class TestCounters {

    private TestCounters() {}

    /** Counters of which some are counted everywhere, and others are not yet. */
    public static ActiveCounters active(Set<Counter> counted, Set<Counter> counting) {
        List<ActiveCounter> active = new ArrayList<>();
        counted.forEach(counter -> active.add(new ActiveCounter(active.size() + 1, counter, true, false)));
        counting.forEach(counter -> active.add(new ActiveCounter(active.size() + 1, counter, false, false)));
        return new ActiveCounters(active);
    }
}
