package io.clientele.contract.condition;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How often a customer did something, by business day.
 *
 * @param byDay counts above 0 by days since 1970
 */
public record DailyCounts(NavigableMap<Long, Long> byDay) {
    /** Never. */
    public static final DailyCounts NONE = new DailyCounts(new TreeMap<>());

    public DailyCounts {
        for (long count : byDay.values()) {
            if (count < 1) {
                throw new IllegalArgumentException("a day's count must be above 0");
            }
        }
        byDay = Collections.unmodifiableNavigableMap(new TreeMap<>(byDay));
    }

    /** On these days so often. */
    public static DailyCounts of(Map<Long, Long> byDay) {
        return new DailyCounts(new TreeMap<>(byDay));
    }

    /** How often ever. */
    public long total() {
        return byDay.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often on this day and after. */
    public long since(long day) {
        return byDay.tailMap(day, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The first day on or after this day on which it was done. */
    OptionalLong firstFrom(long day) {
        Long first = byDay.ceilingKey(day);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }
}
