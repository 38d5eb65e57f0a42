package io.clientele.elasticsearch.funnel;

import java.util.List;

/** The definition of a funnel's level, tried with every sequence of distinct events. */
final class BruteForceFunnel {

    /** One event of one entity. */
    record Event(long time, int steps) {
        boolean matches(int step) {
            return (steps >>> (step - 1) & 1) != 0;
        }
    }

    private final FunnelRules rules;
    private final List<Event> events;
    private final boolean[] used;

    private BruteForceFunnel(FunnelRules rules, List<Event> events) {
        this.rules = rules;
        this.events = events;
        this.used = new boolean[events.size()];
    }

    static int level(FunnelRules rules, List<Event> events) {
        return new BruteForceFunnel(rules, events).longest(1, 0, 0);
    }

    private int longest(int step, long start, long before) {
        int longest = step - 1;
        for (int index = 0; step <= rules.steps() && index < events.size(); index++) {
            Event event = events.get(index);
            if (used[index] || !event.matches(step) || !(step == 1 ? begins(event) : follows(event, start, before))) {
                continue;
            }
            used[index] = true;
            longest = Math.max(longest, longest(step + 1, step == 1 ? event.time() : start, event.time()));
            used[index] = false;
        }
        return longest;
    }

    private boolean begins(Event event) {
        boolean allowed = event.time() >= rules.anchorFrom();
        return switch (rules.anchor()) {
            case ANY -> allowed;
            case FIRST_EVER ->
                allowed && events.stream().noneMatch(other -> other.matches(1) && other.time() < event.time());
        };
    }

    private boolean follows(Event event, long start, long before) {
        boolean strictly = rules.strictIncrease() || rules.anchor() == Anchor.FIRST_EVER;
        return (strictly ? event.time() > before : event.time() >= before) && event.time() - start <= rules.window();
    }
}
