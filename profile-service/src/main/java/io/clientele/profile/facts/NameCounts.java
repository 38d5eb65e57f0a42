package io.clientele.profile.facts;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Counts of events by name. Of more than {@value #MOST} names the ones that the shop's journey is made of are kept first, then
 * those that {@link Kept} says.
 */
final class NameCounts {

    static final int MOST = 256;

    private final TreeMap<String, NameCount> counts = new TreeMap<>();
    private int latestDay = Integer.MIN_VALUE;

    void add(String name, int day, long at) {
        counts.computeIfAbsent(name, _ -> new NameCount()).add(day, at);
        latestDay = Math.max(latestDay, day);
    }

    void add(NameCounts other) {
        other.counts.forEach((name, count) ->
                counts.computeIfAbsent(name, _ -> new NameCount()).add(count));
        latestDay = Math.max(latestDay, other.latestDay);
    }

    void trim() {
        Kept.trim(counts, MOST, EventNames.KEPT_FIRST);
        counts.values().forEach(count -> count.trim(latestDay));
    }

    NameCounts copy() {
        NameCounts copy = new NameCounts();
        copy.add(this);
        return copy;
    }

    @Nullable
    NameCount of(String name) {
        return counts.get(name);
    }

    /** The latest day on which any event of any name occurred, kept or not. */
    int latestDay() {
        return latestDay;
    }

    Set<String> names() {
        return counts.keySet();
    }

    void write(PackedWriter out) {
        out.number(latestDay);
        out.number(counts.size());
        for (Map.Entry<String, NameCount> entry : counts.entrySet()) {
            out.text(entry.getKey());
            entry.getValue().write(out);
        }
    }

    static NameCounts read(PackedReader in) {
        NameCounts counts = new NameCounts();
        counts.latestDay = (int) in.number();
        for (int i = in.count(); i > 0; i--) {
            counts.counts.put(in.requiredText(), NameCount.read(in));
        }
        return counts;
    }
}
