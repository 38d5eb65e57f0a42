package io.clientele.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A funnel over {@link ShopEvent}s, asked in two ways: as a request to Elasticsearch, and by trying every sequence of events.
 *
 * @param bySession whether the entity is the session instead of the customer
 * @param steps the names of the events that match each step
 * @param window hours, inclusive
 * @param anchorFrom the hour before which no step 1 begins a chain
 */
record FunnelQuery(
        boolean bySession,
        List<String> steps,
        int window,
        boolean firstEver,
        boolean strictIncrease,
        @Nullable Integer anchorFrom) {

    String json() {
        String queries = steps.stream()
                .map(step -> "{\"term\": {\"event\": \"" + step + "\"}}")
                .collect(Collectors.joining(", "));
        return """
                {"funnel": {"entity": "%s", "time": "@timestamp", "window": "%dh", "anchor": "%s", "strict_increase": %s,
                 %s "steps": [%s]}}""".formatted(
                        bySession ? "session_hash" : "customer_hash",
                        window,
                        firstEver ? "first_ever" : "any",
                        strictIncrease,
                        anchorFrom == null ? "" : "\"anchor_from\": " + ShopEvent.epochMillis(anchorFrom) + ",",
                        queries);
    }

    /** How many entities reached each step. */
    List<Long> count(List<ShopEvent> events) {
        List<Long> levels = events.stream()
                .filter(event -> entity(event) != null && event.hour() != null)
                .collect(Collectors.groupingBy(event -> String.valueOf(entity(event))))
                .values()
                .stream()
                .map(ofOne -> (long) longest(ofOne, new ArrayList<>()))
                .toList();
        List<Long> reached = new ArrayList<>();
        for (int step = 1; step <= steps.size(); step++) {
            int asked = step;
            reached.add(levels.stream().filter(level -> level >= asked).count());
        }
        return reached;
    }

    private @Nullable Long entity(ShopEvent event) {
        return bySession ? event.session() : event.customer();
    }

    private int longest(List<ShopEvent> events, List<ShopEvent> chain) {
        int longest = chain.size();
        for (ShopEvent event : events) {
            if (chain.size() < steps.size() && mayFollow(events, chain, event)) {
                chain.add(event);
                longest = Math.max(longest, longest(events, chain));
                chain.removeLast();
            }
        }
        return longest;
    }

    private boolean mayFollow(List<ShopEvent> events, List<ShopEvent> chain, ShopEvent event) {
        if (!event.names().contains(steps.get(chain.size())) || chain.contains(event)) {
            return false;
        }
        int hour = event.at();
        if (chain.isEmpty()) {
            boolean first =
                    events.stream().noneMatch(other -> other.names().contains(steps.getFirst()) && other.at() < hour);
            return (anchorFrom == null || hour >= anchorFrom) && (!firstEver || first);
        }
        int before = chain.getLast().at();
        boolean strictly = strictIncrease || firstEver;
        return hour >= before
                && (hour > before || !strictly)
                && hour - chain.getFirst().at() <= window;
    }
}
