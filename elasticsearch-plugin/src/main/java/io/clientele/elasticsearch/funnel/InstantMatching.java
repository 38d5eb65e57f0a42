package io.clientele.elasticsearch.funnel;

import java.util.Arrays;

/**
 * Gives runs of consecutive steps to distinct events of one instant.
 *
 * <p>For each step m the run k+1 … m is made as long as it can be: a bipartite matching of steps and events, grown one step at a
 * time by augmenting paths and shortened at its beginning when it cannot grow. A run that can be matched stays matchable when its
 * first step is dropped, so k never decreases with m.
 */
final class InstantMatching {

    private static final int NOBODY = -1;

    private final int steps;
    private final int[] predecessors;
    private final int[] eventOfStep;
    private int[] stepOfEvent = new int[8];
    private int[] visitedAt = new int[8];
    private int visit;

    InstantMatching(int steps) {
        this.steps = steps;
        this.predecessors = new int[steps + 1];
        this.eventOfStep = new int[steps];
    }

    /**
     * For each step m from 1, the smallest k such that steps k+1 … m have distinct events; m itself when step m has none. The
     * array is overwritten by the next call.
     */
    int[] predecessors(InstantEvents events) {
        prepare(events.multiplesCount());
        int first = 0;
        for (int step = 0; step < steps; step++) {
            while (first <= step && !grow(events, step)) {
                release(first);
                first++;
            }
            predecessors[step + 1] = first;
        }
        return predecessors;
    }

    private void prepare(int events) {
        if (stepOfEvent.length < events) {
            stepOfEvent = new int[Math.max(events, 2 * stepOfEvent.length)];
            visitedAt = new int[stepOfEvent.length];
        }
        Arrays.fill(stepOfEvent, 0, events, NOBODY);
        Arrays.fill(visitedAt, 0, events, 0);
        Arrays.fill(eventOfStep, NOBODY);
        visit = 0;
    }

    private boolean grow(InstantEvents events, int step) {
        visit++;
        return augment(events, step);
    }

    /** An event matching this step alone is always free for it; otherwise an event is taken, and its step given another. */
    private boolean augment(InstantEvents events, int step) {
        int bit = 1 << step;
        if ((events.singles() & bit) != 0) {
            eventOfStep[step] = NOBODY;
            return true;
        }
        for (int event = 0; event < events.multiplesCount(); event++) {
            if ((events.multiple(event) & bit) == 0 || visitedAt[event] == visit) {
                continue;
            }
            visitedAt[event] = visit;
            if (stepOfEvent[event] == NOBODY || augment(events, stepOfEvent[event])) {
                stepOfEvent[event] = step;
                eventOfStep[step] = event;
                return true;
            }
        }
        return false;
    }

    private void release(int step) {
        int event = eventOfStep[step];
        if (event != NOBODY) {
            stepOfEvent[event] = NOBODY;
            eventOfStep[step] = NOBODY;
        }
    }
}
