package io.clientele.profile.facts;

/**
 * Bands of prices on the scale 1, 2, 5, 10, 20, 50 … of a currency's unit, such as {@code 100-200}: the lower end is inside, the
 * upper is not. The scale is fixed, so that a change of configuration never asks for old events again.
 */
final class PriceBand {

    private static final long UNIT = 1_000_000;

    private PriceBand() {}

    /**
     * The band of a price.
     *
     * @param millionths at least zero
     */
    static String of(long millionths) {
        long units = millionths / UNIT;
        if (units < 1) {
            return "0-1";
        }
        long decade = 1;
        while (units / decade >= 10) {
            decade *= 10;
        }
        long digit = units / decade;
        if (digit < 2) {
            return band(decade, 2 * decade);
        }
        return digit < 5 ? band(2 * decade, 5 * decade) : band(5 * decade, 10 * decade);
    }

    private static String band(long from, long to) {
        return from + "-" + to;
    }
}
