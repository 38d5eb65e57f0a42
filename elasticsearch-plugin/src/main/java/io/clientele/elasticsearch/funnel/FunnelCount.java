package io.clientele.elasticsearch.funnel;

/** Counts how many entities reached each step, from events sorted by entity and time. */
final class FunnelCount {

    private FunnelCount() {}

    static long[] of(EventRows events, FunnelRules rules) {
        long[] byLevel = new long[rules.steps() + 1];
        FunnelAutomaton automaton = new FunnelAutomaton(rules);
        for (int row = 0; row < events.size(); row++) {
            if (row > 0 && events.entity(row) != events.entity(row - 1)) {
                byLevel[automaton.level()]++;
                automaton.reset();
            }
            automaton.accept(events.time(row), events.steps(row));
        }
        byLevel[automaton.level()]++;
        return reached(byLevel);
    }

    /** An entity of level m has reached steps 1 to m. */
    static long[] reached(long[] byLevel) {
        long[] reached = new long[byLevel.length - 1];
        long further = 0;
        for (int step = reached.length; step >= 1; step--) {
            further += byLevel[step];
            reached[step - 1] = further;
        }
        return reached;
    }
}
