package io.clientele.loader.demoshop;

import java.util.function.ToDoubleFunction;

/** Choice by weight. */
final class Shares {

    private Shares() {}

    /** Choose by a number from 0 up to 1 among things whose weights need not add up to one. */
    static <T> T choose(T[] things, ToDoubleFunction<T> weight, double fraction) {
        double total = 0;
        for (T thing : things) {
            total += weight.applyAsDouble(thing);
        }
        double left = fraction * total;
        for (T thing : things) {
            left -= weight.applyAsDouble(thing);
            if (left < 0) {
                return thing;
            }
        }
        return things[things.length - 1];
    }
}
