package io.clientele.elasticsearch.funnel;

/**
 * What a chain of events must fulfil.
 *
 * @param steps number of steps, 1 to {@value #MAX_STEPS}
 * @param window longest time from a chain's first event to its last, in milliseconds, inclusive, above 0
 * @param anchor which step-1 events may begin a chain
 * @param strictIncrease whether each event of a chain must come strictly later than the one before
 * @param anchorFrom instant in epoch milliseconds before which no step 1 begins a chain; {@link #NO_LOWER_BOUND} for none
 */
record FunnelRules(int steps, long window, Anchor anchor, boolean strictIncrease, long anchorFrom) {

    /** Steps are bits of an {@code int}. */
    static final int MAX_STEPS = Integer.SIZE;

    static final long NO_LOWER_BOUND = Long.MIN_VALUE;

    FunnelRules {
        if (steps < 1 || steps > MAX_STEPS) {
            throw new IllegalArgumentException("[steps] must hold 1 to " + MAX_STEPS + " queries, got " + steps);
        }
        if (window <= 0) {
            throw new IllegalArgumentException("[window] must be at least 1ms, got " + window + "ms");
        }
    }

    boolean onlyFirst() {
        return anchor == Anchor.FIRST_EVER;
    }

    /** Whether two events of one instant can never be in one chain. */
    boolean oneEventAnInstant() {
        return strictIncrease || onlyFirst();
    }

    /** Whether being counted for a single step depends on nothing but having an event of that step. */
    boolean countsPresence() {
        return steps == 1 && anchorFrom == NO_LOWER_BOUND;
    }
}
