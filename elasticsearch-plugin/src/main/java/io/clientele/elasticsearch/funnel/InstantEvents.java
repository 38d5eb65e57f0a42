package io.clientele.elasticsearch.funnel;

import java.util.Arrays;

/**
 * The events of one entity at one instant, each as the set of steps that it matches.
 *
 * <p>Events that match one step only are kept as a union: a chain takes at most one of a step, and such an event serves no other.
 */
final class InstantEvents {

    /** Beyond this many, equal events are thinned out: a bot may send thousands in one millisecond. */
    private static final int THINNED_ABOVE = 64;

    private int count;
    private int singles;
    private int union;
    private int[] multiples = new int[8];
    private int multiplesCount;
    private int thinAt = THINNED_ABOVE;

    void clear() {
        count = 0;
        singles = 0;
        union = 0;
        multiplesCount = 0;
        thinAt = THINNED_ABOVE;
    }

    void add(int steps) {
        count = Math.min(count + 1, 2);
        union |= steps;
        if ((steps & (steps - 1)) == 0) {
            singles |= steps;
            return;
        }
        if (multiplesCount == thinAt) {
            thin();
            thinAt = Math.max(THINNED_ABOVE, 2 * multiplesCount);
        }
        if (multiplesCount == multiples.length) {
            multiples = Arrays.copyOf(multiples, 2 * multiplesCount);
        }
        multiples[multiplesCount++] = steps;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isSingle() {
        return count == 1;
    }

    boolean eachMatchesOneStep() {
        return multiplesCount == 0;
    }

    /** The steps that any event matches. */
    int union() {
        return union;
    }

    /** The steps that have an event matching nothing else. */
    int singles() {
        return singles;
    }

    /** How many events matching several steps are kept. */
    int multiplesCount() {
        return multiplesCount;
    }

    /** The steps of one event that matches several. */
    int multiple(int index) {
        return multiples[index];
    }

    /** Keeps of equal events as many as they have steps: a chain cannot use more. */
    private void thin() {
        Arrays.sort(multiples, 0, multiplesCount);
        int kept = 0;
        int copies = 0;
        for (int index = 0; index < multiplesCount; index++) {
            int steps = multiples[index];
            copies = kept > 0 && multiples[kept - 1] == steps ? copies + 1 : 1;
            if (copies <= Integer.bitCount(steps)) {
                multiples[kept++] = steps;
            }
        }
        multiplesCount = kept;
    }
}
