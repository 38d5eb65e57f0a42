package io.clientele.profile.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** How often each of some texts occurred; of more texts than it may have it keeps those that {@link Kept} says. */
final class Tally {

    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final int most;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    Tally(int most) {
        this.most = most;
    }

    void add(String text) {
        counts.merge(text, 1L, Amounts::add);
    }

    void add(Tally other) {
        other.counts.forEach((text, count) -> counts.merge(text, count, Amounts::add));
    }

    void trim() {
        Kept.trim(counts, most, Set.of());
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** The most frequent text; of several the first by text. */
    static @Nullable String top(Map<String, Long> counts) {
        // A loop, since every customer that changes is asked for half a dozen of these.
        Map.Entry<String, Long> first = null;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (first == null || MOST_FREQUENT_FIRST.compare(entry, first) < 0) {
                first = entry;
            }
        }
        return first == null ? null : first.getKey();
    }

    /** So many of the most frequent texts, the most frequent first. */
    static List<String> top(Map<String, Long> counts, int most) {
        return counts.entrySet().stream()
                .sorted(MOST_FREQUENT_FIRST)
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    void write(PackedWriter out) {
        out.number(counts.size());
        counts.forEach((text, count) -> {
            out.text(text);
            out.number(count);
        });
    }

    static Tally read(PackedReader in, int most) {
        Tally tally = new Tally(most);
        for (int i = in.count(); i > 0; i--) {
            tally.counts.put(in.requiredText(), in.number());
        }
        return tally;
    }
}
