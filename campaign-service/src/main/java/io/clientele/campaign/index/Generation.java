package io.clientele.campaign.index;

import io.clientele.contract.index.ContactsIndex;

/**
 * One index of contacts.
 *
 * @param number 1 or more
 * @param filledTo of a filling one the last contact that the rebuild has written
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
        return ContactsIndex.name(number);
    }

    String writeAlias() {
        return ContactsIndex.writeAlias(number);
    }

    boolean isNew() {
        return state == State.FILLING && filledTo.isEmpty();
    }
}
