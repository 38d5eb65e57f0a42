package io.clientele.profile.identity;

/**
 * A message that says that two user ids are one customer, the previous one being given up.
 *
 * @param previous the user id that was in use before
 * @param user the user id in use from now on; never equal to {@code previous}
 * @param at when, in milliseconds since 1970
 * @param messageId the message that says so
 */
public record Alias(String previous, String user, long at, String messageId) {

    public Alias {
        if (previous.equals(user)) {
            throw new IllegalArgumentException("an alias of a user id to itself");
        }
    }
}
