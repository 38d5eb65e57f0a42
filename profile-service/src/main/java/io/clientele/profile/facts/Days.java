package io.clientele.profile.facts;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What happened on each business day, by the day's number since 1970. Days more than {@value #HORIZON} before the latest
 * one are dropped: they stay dropped whatever comes later, so the order of events has no influence.
 */
final class Days {

    static final int HORIZON = 3_650;

    private final TreeMap<Integer, Long> dwellMs = new TreeMap<>();

    void add(int day, long dwell) {
        dwellMs.merge(day, dwell, Amounts::add);
    }

    void add(Days other) {
        other.dwellMs.forEach((day, dwell) -> dwellMs.merge(day, dwell, Amounts::add));
    }

    void trim() {
        if (!dwellMs.isEmpty()) {
            dwellMs.headMap(dwellMs.lastKey() - HORIZON, true).clear();
        }
    }

    Days copy() {
        Days copy = new Days();
        copy.dwellMs.putAll(dwellMs);
        return copy;
    }

    int size() {
        return dwellMs.size();
    }

    /** The dwell of the days from one to another, both included. */
    long dwell(int from, int to) {
        long sum = 0;
        for (long dwell : dwellMs.subMap(from, true, to, true).values()) {
            sum = Amounts.add(sum, dwell);
        }
        return sum;
    }

    void write(PackedWriter out) {
        write(dwellMs, out);
    }

    static Days read(PackedReader in) {
        Days days = new Days();
        read(in, days.dwellMs);
        return days;
    }

    static void write(NavigableMap<Integer, Long> days, PackedWriter out) {
        out.number(days.size());
        int previous = 0;
        for (Map.Entry<Integer, Long> day : days.entrySet()) {
            out.number(day.getKey() - previous);
            out.number(day.getValue());
            previous = day.getKey();
        }
    }

    static void read(PackedReader in, NavigableMap<Integer, Long> days) {
        long previous = 0;
        for (int i = in.count(); i > 0; i--) {
            previous += in.number();
            days.put((int) previous, in.number());
        }
    }
}
