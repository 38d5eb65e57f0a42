package io.clientele.profile.identity;

import java.util.Comparator;

/**
 * A message by which a user claims a device: from then on the device's anonymous events are that user's, until the next
 * claim. Claims of a device are ordered by time, then by message id, so that every order of arrival gives one result.
 *
 * @param device the anonymous id
 * @param at when, in milliseconds since 1970, not negative
 * @param messageId the message that claims
 * @param user the user id that claims
 */
public record Claim(String device, long at, String messageId, String user) implements Comparable<Claim> {

    private static final Comparator<Claim> ORDER =
            Comparator.comparingLong(Claim::at).thenComparing(Claim::messageId).thenComparing(Claim::user);

    public Claim {
        if (at < 0) {
            throw new IllegalArgumentException("a claim before 1970: " + at);
        }
    }

    @Override
    public int compareTo(Claim other) {
        return ORDER.compare(this, other);
    }
}
