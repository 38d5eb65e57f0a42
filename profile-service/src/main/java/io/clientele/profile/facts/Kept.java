package io.clientele.profile.facts;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * Which names a bounded map keeps: always the same ones of a set of names, whatever order they come in. A name's rank is a
 * function of the name alone, so one that is kept at the end has been kept from its first occurrence on, and its value is whole.
 */
final class Kept {

    private Kept() {}

    /** Drop the names of the highest rank until so many are left. */
    static void trim(Map<String, ?> map, int most, Set<String> first) {
        if (map.size() <= most) {
            return;
        }
        Comparator<String> rank = Comparator.<String>comparingInt(name -> first.contains(name) ? 0 : 1)
                .thenComparingLong(Hash64::of)
                .thenComparing(Comparator.naturalOrder());
        map.keySet().stream().sorted(rank).skip(most).toList().forEach(map::remove);
    }
}
