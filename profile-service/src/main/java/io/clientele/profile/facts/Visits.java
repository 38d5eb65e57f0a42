package io.clientele.profile.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The customer's visits, each with its latest instant. Only the {@value #MOST} latest are kept. That is the same set in
 * whatever order events come: a visit among the latest of all has at most so many later ones when its own last event
 * comes, and is not dropped from then on.
 */
final class Visits {

    static final int MOST = 1_024;

    private static final Comparator<Map.Entry<Long, Long>> LATEST_FIRST =
            Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<Long, Long> latest = new HashMap<>();

    /** Without a session id the business day is the visit. The lowest bit tells which of both it was. */
    void add(@Nullable String session, int day, long at) {
        long visit = session == null ? Hash64.of("\0" + day) & ~1L : Hash64.of(session) | 1;
        latest.merge(visit, at, Math::max);
    }

    void add(Visits other) {
        other.latest.forEach((visit, at) -> latest.merge(visit, at, Math::max));
    }

    void trim() {
        if (latest.size() > MOST) {
            sorted().subList(MOST, latest.size()).forEach(entry -> latest.remove(entry.getKey()));
        }
    }

    Visits copy() {
        Visits copy = new Visits();
        copy.latest.putAll(latest);
        return copy;
    }

    int size() {
        return latest.size();
    }

    /** How many of the visits are sessions. */
    long sessions() {
        return latest.keySet().stream().filter(visit -> (visit & 1) == 1).count();
    }

    /** The latest instants in milliseconds, one a visit, in no order. */
    long[] instants() {
        return latest.values().stream().mapToLong(Long::longValue).toArray();
    }

    private List<Map.Entry<Long, Long>> sorted() {
        List<Map.Entry<Long, Long>> entries = new ArrayList<>(latest.entrySet());
        entries.sort(LATEST_FIRST);
        return entries;
    }

    void write(PackedWriter out) {
        out.number(latest.size());
        long previous = 0;
        for (Map.Entry<Long, Long> visit : sorted()) {
            out.bits(visit.getKey());
            out.number(visit.getValue() - previous);
            previous = visit.getValue();
        }
    }

    static Visits read(PackedReader in) {
        Visits visits = new Visits();
        long previous = 0;
        for (int i = in.count(); i > 0; i--) {
            long visit = in.bits();
            previous += in.number();
            visits.latest.put(visit, previous);
        }
        return visits;
    }
}
