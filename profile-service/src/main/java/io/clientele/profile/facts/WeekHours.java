package io.clientele.profile.facts;

import java.time.ZonedDateTime;

/** Events by hour of the week, from Monday at midnight, in the business zone. */
final class WeekHours {

    static final int DAY = 24;
    private static final int WEEK = 7 * DAY;

    private final long[] counts = new long[WEEK];

    void add(ZonedDateTime local) {
        int hour = (local.getDayOfWeek().getValue() - 1) * DAY + local.getHour();
        counts[hour]++;
    }

    void add(WeekHours other) {
        for (int i = 0; i < WEEK; i++) {
            counts[i] += other.counts[i];
        }
    }

    WeekHours copy() {
        WeekHours copy = new WeekHours();
        System.arraycopy(counts, 0, copy.counts, 0, WEEK);
        return copy;
    }

    /** The counts of the 168 hours. */
    long[] counts() {
        return counts.clone();
    }

    void write(PackedWriter out) {
        int used = 0;
        for (long count : counts) {
            used += count == 0 ? 0 : 1;
        }
        out.number(used);
        for (int i = 0; i < WEEK; i++) {
            if (counts[i] != 0) {
                out.number(i);
                out.number(counts[i]);
            }
        }
    }

    static WeekHours read(PackedReader in) {
        WeekHours hours = new WeekHours();
        for (int i = in.count(); i > 0; i--) {
            hours.counts[Math.floorMod((int) in.number(), WEEK)] = in.number();
        }
        return hours;
    }
}
