package io.clientele.loader.demoshop;

/**
 * Draws that keep their shares much closer than chance would: the fractional parts of multiples of an irrational number
 * (Kronecker's sequence). Of any n draws, those below p are n·p up to a few, so that also a small shop shows its figures.
 * Every use has an irrational number of its own, since two sequences of one number would run in step and tie together what
 * they decide.
 */
final class Quota {

    private final double step;
    private double next;

    private Quota(double squared, double start) {
        this.step = StrictMath.sqrt(squared) % 1;
        this.next = start;
    }

    static Quota ofDevices(Dice dice) {
        return new Quota(2, dice.fraction());
    }

    static Quota ofChannels(Dice dice) {
        return new Quota(3, dice.fraction());
    }

    static Quota ofBuyers(Dice dice) {
        return new Quota(5, dice.fraction());
    }

    static Quota ofHabits(Dice dice) {
        return new Quota(7, dice.fraction());
    }

    static Quota ofSingleOrders(Dice dice) {
        return new Quota(11, dice.fraction());
    }

    double fraction() {
        double drawn = next;
        next = (next + step) % 1;
        return drawn;
    }
}
