package io.clientele.profile.index;

import io.clientele.contract.index.CustomersIndex;

/**
 * One index of customers.
 *
 * @param number 1 or more
 * @param filledTo of a filling one the last customer that the rebuild has written
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

    String index() {
        return CustomersIndex.name(number);
    }

    String writeAlias() {
        return CustomersIndex.writeAlias(number);
    }
}
