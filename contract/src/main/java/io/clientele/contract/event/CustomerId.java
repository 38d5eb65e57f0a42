package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.InvalidEvent.Code;

/**
 * Who did it, as the message itself says: never the identity graph. At least one of the two is present.
 *
 * @param userId the shop's own id of the customer, up to 256 characters; never begins with {@value #ANONYMOUS}
 * @param anonymousId the device's id, up to 256 characters
 */
public record CustomerId(@Nullable String userId, @Nullable String anonymousId) {
    /** What begins the customer id of a visitor without a user id. */
    public static final String ANONYMOUS = "anon:";

    public CustomerId {
        userId = Check.id("customer_id", userId);
        anonymousId = Check.id("anonymous_id", anonymousId);
        if (userId == null && anonymousId == null) {
            throw new InvalidEventException(
                    Code.MISSING_FIELD, "customer_id", "is missing: neither a user id nor an anonymous id is given");
        }
        if (userId != null && userId.startsWith(ANONYMOUS)) {
            throw new InvalidEventException(
                    Code.INVALID_VALUE, "customer_id", "begins with anon:, which is kept for anonymous visitors");
        }
    }

    /**
     * The id of a message's sender.
     *
     * @throws InvalidEventException {@code MISSING_FIELD} if both are absent or empty, {@code INVALID_VALUE} if the user
     *     id begins with {@value #ANONYMOUS}, {@code TOO_LONG} and {@code INVALID_TEXT} as for every text
     */
    public static CustomerId of(@Nullable String userId, @Nullable String anonymousId) {
        return new CustomerId(userId, anonymousId);
    }

    /**
     * The id that {@link #value()} is the text of; a user's has no anonymous id.
     *
     * @throws InvalidEventException as {@link #of}
     */
    public static CustomerId parse(String value) {
        return value.startsWith(ANONYMOUS) ? of(null, value.substring(ANONYMOUS.length())) : of(value, null);
    }

    /** The customer id as stored and as asked for: the user id, or {@code anon:} and the anonymous id. */
    public String value() {
        return userId != null ? userId : ANONYMOUS + anonymousId;
    }

    /** What the index routes the event by; with the message id it is the event's home for ever. */
    public String routing() {
        // One of the two is present: the constructor saw to it.
        return userId != null ? userId : String.valueOf(anonymousId);
    }

    /** The stored, sorted stand-in of {@link #value()}; equal ids have equal hashes for ever. */
    public long hash() {
        return Hashes.of(value());
    }

    /** Whether the message names no user. */
    public boolean anonymous() {
        return userId == null;
    }
}
