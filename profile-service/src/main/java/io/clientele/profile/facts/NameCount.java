package io.clientele.profile.facts;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How often, when last, and on which business days events of one name occurred. */
final class NameCount {

    private long total;
    private long last = Long.MIN_VALUE;
    private final TreeMap<Integer, Long> days = new TreeMap<>();

    void add(int day, long at) {
        total++;
        last = Math.max(last, at);
        days.merge(day, 1L, Long::sum);
    }

    void add(NameCount other) {
        total += other.total;
        last = Math.max(last, other.last);
        other.days.forEach((day, count) -> days.merge(day, count, Long::sum));
    }

    void trim(int latestDay) {
        if (!days.isEmpty() && days.firstKey() <= latestDay - Days.HORIZON) {
            days.headMap(latestDay - Days.HORIZON, true).clear();
        }
    }

    NameCount copy() {
        NameCount copy = new NameCount();
        copy.add(this);
        return copy;
    }

    long total() {
        return total;
    }

    /** The latest instant, in milliseconds. */
    long last() {
        return last;
    }

    NavigableMap<Integer, Long> days() {
        return days;
    }

    void write(PackedWriter out) {
        out.number(total);
        out.number(last);
        Days.write(days, out);
    }

    static NameCount read(PackedReader in) {
        NameCount count = new NameCount();
        count.total = in.number();
        count.last = in.number();
        Days.read(in, count.days);
        return count;
    }
}
