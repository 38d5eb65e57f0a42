package io.clientele.profile.facts;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often events were counted by counters on which business days, by the counters' numbers. Days are dropped as those of
 * {@link NameCounts} are, by the same latest day, so that what is kept does not depend on when which counter was there.
 */
final class CounterCounts {

    private final TreeMap<Long, TreeMap<Integer, Long>> days = new TreeMap<>();

    void add(long number, int day) {
        days.computeIfAbsent(number, _ -> new TreeMap<>()).merge(day, 1L, Long::sum);
    }

    void add(CounterCounts other) {
        other.days.forEach((number, counts) -> {
            TreeMap<Integer, Long> mine = days.computeIfAbsent(number, _ -> new TreeMap<>());
            counts.forEach((day, count) -> mine.merge(day, count, Long::sum));
        });
    }

    /** Drops those of all other numbers. */
    void keep(Set<Long> numbers) {
        days.keySet().retainAll(numbers);
    }

    void trim(int latestDay) {
        // Before there is any day, there is none to drop either.
        int dropped = Math.max(latestDay, Integer.MIN_VALUE + Days.HORIZON) - Days.HORIZON;
        days.values().removeIf(counts -> {
            counts.headMap(dropped, true).clear();
            return counts.isEmpty();
        });
    }

    CounterCounts copy() {
        CounterCounts copy = new CounterCounts();
        copy.add(this);
        return copy;
    }

    NavigableMap<Integer, Long> of(long number) {
        return days.getOrDefault(number, new TreeMap<>());
    }

    void write(PackedWriter out) {
        out.number(days.size());
        for (Map.Entry<Long, TreeMap<Integer, Long>> entry : days.entrySet()) {
            out.number(entry.getKey());
            Days.write(entry.getValue(), out);
        }
    }

    static CounterCounts read(PackedReader in) {
        CounterCounts counts = new CounterCounts();
        for (int i = in.count(); i > 0; i--) {
            TreeMap<Integer, Long> days = new TreeMap<>();
            counts.days.put(in.number(), days);
            Days.read(in, days);
        }
        return counts;
    }
}
