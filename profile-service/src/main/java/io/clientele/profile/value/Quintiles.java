package io.clientele.profile.value;

import java.util.Arrays;

/**
 * The four values that cut a population into fifths: the k-th is the smallest value that at least k fifths of the population
 * do not exceed (nearest rank, as {@code percentile_disc} in PostgreSQL).
 */
public record Quintiles(long first, long second, long third, long fourth) {

    public Quintiles {
        if (first > second || second > third || third > fourth) {
            throw new IllegalArgumentException("The cuts do not ascend");
        }
    }

    /**
     * The cuts of some values, in any order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Quintiles of(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There are no values to cut");
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quintiles(cut(sorted, 1), cut(sorted, 2), cut(sorted, 3), cut(sorted, 4));
    }

    private static long cut(long[] sorted, int fifths) {
        long rank = ((long) sorted.length * fifths + 4) / 5;
        return sorted[(int) rank - 1];
    }

    /** The fifth that a value is in, 1 to 5 from small to large. Equal values are in one fifth, so fifths may differ in size. */
    public int fifth(long value) {
        if (value <= second) {
            return value <= first ? 1 : 2;
        }
        if (value <= third) {
            return 3;
        }
        return value <= fourth ? 4 : 5;
    }
}
