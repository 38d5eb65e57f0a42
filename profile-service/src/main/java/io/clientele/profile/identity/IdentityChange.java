package io.clientele.profile.identity;

/**
 * One line of the history of who was whom.
 *
 * @param kind what happened
 * @param from the customer up to then
 * @param into the customer from then on
 * @param messageId the message that brought it about
 * @param at that message's time, in milliseconds since 1970
 * @param source where that message came from: a write key's or a service's name
 */
public record IdentityChange(Kind kind, String from, String into, String messageId, long at, String source) {

    /** What can happen to customers. */
    public enum Kind {
        /** All of {@code from} became part of {@code into}. */
        MERGED,
        /** {@code into} was part of {@code from} and is a customer of its own again, or the one that others join. */
        SPLIT
    }

    static IdentityChange of(Kind kind, String from, String into, Sign cause) {
        return new IdentityChange(kind, from, into, cause.messageId(), cause.at(), cause.source());
    }
}
