package io.clientele.loader.demoshop;

/**
 * SplitMix64 (Steele, Lea, Flood 2014): written out here, and used with nothing but integer and basic floating arithmetic,
 * so that a seed gives the same shop on every platform and every version of Java.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice for one of many things that are drawn under a seed, independent of how the others fall. */
    static Dice of(long seed, long thing) {
        return new Dice(mix(seed * GOLDEN_GAMMA + mix(thing + GOLDEN_GAMMA)));
    }

    /** Draw from 0 up to 1, without 1. */
    double fraction() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** Draw a whole number, both ends included. */
    int between(int least, int most) {
        return least + (int) (fraction() * (most - least + 1));
    }

    double between(double least, double most) {
        return least + fraction() * (most - least);
    }

    <T> T oneOf(T[] things) {
        return things[(int) (fraction() * things.length)];
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
