package io.clientele.elasticsearch.funnel;

/**
 * Finds how far one entity came in a funnel, exactly.
 *
 * <p><b>Definition.</b> A <em>chain of level m</em> is a sequence of <em>distinct</em> events e<sub>1</sub> … e<sub>m</sub> of
 * one entity such that e<sub>i</sub> matches step i, the times never decrease (with {@code strictIncrease}: strictly increase),
 * t<sub>m</sub> − t<sub>1</sub> ≤ window, and t<sub>1</sub> ≥ {@code anchorFrom}. The entity's <em>level</em> is the largest m for
 * which a chain exists, 0 if there is none. With anchor {@code first_ever} a chain's times strictly increase and t<sub>1</sub> is
 * the instant of the entity's first event that matches step 1; if that lies before {@code anchorFrom}, the level is 0.
 *
 * <p>So one event never serves two steps of a chain; events of one instant count in step order, whichever was stored first; and
 * with anchor {@code any} a later step 1 may begin a fresh attempt.
 *
 * <p><b>Method.</b> {@code latestStart[k]} is the latest instant at which a chain of level k, made of the events so far, begins.
 * Among chains of level k the one that began last has the most window left, so no other needs to be remembered. A chain's
 * prefix is a chain, so {@code latestStart} never increases with k. At each instant a chain of level k grows to level m if steps
 * k+1 … m can be given to distinct events of that instant ({@link InstantMatching}); the smallest such k has the latest start.
 *
 * <p>Used as: {@link #reset}, then {@link #accept} for each event of the entity in order of time, then {@link #level}. Not
 * thread-safe; reused for many entities so that scanning allocates nothing.
 */
final class FunnelAutomaton {

    private final FunnelRules rules;
    private final InstantEvents instant = new InstantEvents();
    private final InstantMatching matching;
    private final long[] latestStart;
    private boolean anchored;
    private int level;
    private long now;

    FunnelAutomaton(FunnelRules rules) {
        this.rules = rules;
        this.matching = new InstantMatching(rules.steps());
        this.latestStart = new long[rules.steps() + 1];
    }

    /** Forgets the entity before. */
    void reset() {
        instant.clear();
        anchored = false;
        level = 0;
    }

    /**
     * Takes the entity's next event.
     *
     * @param time epoch milliseconds, not before that of the event before
     * @param steps bit i − 1 is set when the event matches step i
     */
    void accept(long time, int steps) {
        if (time != now && !instant.isEmpty()) {
            endInstant();
        }
        now = time;
        instant.add(steps);
    }

    /** The entity's level, 0 to the number of steps, from all events accepted since the last reset. */
    int level() {
        if (!instant.isEmpty()) {
            endInstant();
        }
        return level;
    }

    private void endInstant() {
        if (level < rules.steps()) {
            if (rules.oneEventAnInstant() || instant.isSingle()) {
                takeOneEvent(instant.union());
            } else if (instant.eachMatchesOneStep()) {
                takeOneEventPerStep(instant.union());
            } else {
                takeMatchedEvents();
            }
        }
        instant.clear();
    }

    /** From the last step down, so that what one step gained at this instant does not carry the next. */
    private void takeOneEvent(int steps) {
        for (int remaining = steps & -2; remaining != 0; ) {
            int bit = Integer.highestOneBit(remaining);
            extend(Integer.numberOfTrailingZeros(bit), Integer.numberOfTrailingZeros(bit) + 1);
            remaining ^= bit;
        }
        if ((steps & 1) != 0) {
            begin(1);
        }
    }

    /** From the first step up: each step has an event of its own, so a step gained now carries the next. */
    private void takeOneEventPerStep(int steps) {
        if ((steps & 1) != 0) {
            begin(1);
        }
        for (int remaining = steps & -2; remaining != 0; remaining &= remaining - 1) {
            int before = Integer.numberOfTrailingZeros(remaining);
            extend(before, before + 1);
        }
    }

    private void takeMatchedEvents() {
        int[] predecessors = matching.predecessors(instant);
        for (int step = rules.steps(); step >= 1; step--) {
            int predecessor = mayBegin() ? predecessors[step] : Math.max(1, predecessors[step]);
            if (predecessor == 0) {
                begin(step);
            } else if (predecessor < step) {
                extend(predecessor, step);
            }
        }
    }

    private void extend(int from, int to) {
        if (from <= level && latestStart[from] >= earliestStart()) {
            latestStart[to] = latestStart[from];
            level = Math.max(level, to);
        }
    }

    private void begin(int to) {
        if (mayBegin()) {
            latestStart[to] = now;
            level = Math.max(level, to);
        }
        anchored = true;
    }

    private boolean mayBegin() {
        return now >= rules.anchorFrom() && !(anchored && rules.onlyFirst());
    }

    /** The earliest beginning whose window still covers now; saturated, as windows may be longer than all of time. */
    private long earliestStart() {
        long earliest = now - rules.window();
        return earliest > now ? Long.MIN_VALUE : earliest;
    }
}
