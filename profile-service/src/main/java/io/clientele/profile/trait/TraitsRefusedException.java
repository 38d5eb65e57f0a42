package io.clientele.profile.trait;

import io.clientele.edge.CodedException;

/** Traits that are too large to be kept. Nothing of them was taken. */
final class TraitsRefusedException extends CodedException {

    private static final long serialVersionUID = 1L;

    /** More traits at once than {@link Traits#MOST_OF_EVENT}. */
    static final String TOO_MANY_TRAITS = "TOO_MANY_TRAITS";

    /** A value longer than {@link Traits#LONGEST_VALUE}. */
    static final String TRAIT_TOO_LONG = "TRAIT_TOO_LONG";

    TraitsRefusedException(String code, String field, String message) {
        super(code, field, message);
    }
}
