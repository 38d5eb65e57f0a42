package io.clientele.funnel.collect;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;

/** What reading one item came to. */
sealed interface Reading {

    /**
     * An event.
     *
     * @param idGenerated whether the sender gave no message id, so that a repetition cannot be recognised
     */
    record Valid(Event event, boolean idGenerated) implements Reading {}

    /**
     * No event.
     *
     * @param messageId the item's message id, if it has a valid one
     * @param customerId whom the item is about, if it names anyone by a valid id
     * @param code stable
     * @param field the field that is wrong
     * @param reason for people
     */
    record Invalid(@Nullable String messageId, @Nullable String customerId, String code, String field, String reason)
            implements Reading {}
}
