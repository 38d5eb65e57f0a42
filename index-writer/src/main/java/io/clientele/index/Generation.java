package io.clientele.index;

/**
 * One index of those that follow one another.
 *
 * @param number 1 or more
 * @param filledTo of a filling one the last id that the rebuild has written
 */
record Generation(long number, State state, String filledTo, long filled) {

    enum State {
        /** Readers see it. */
        LIVE,
        /** A rebuild fills it; changes are written to it too. */
        FILLING,
        /** Readers left it; it is about to be deleted. */
        RETIRED
    }

    boolean isNew() {
        return state == State.FILLING && filledTo.isEmpty();
    }
}
