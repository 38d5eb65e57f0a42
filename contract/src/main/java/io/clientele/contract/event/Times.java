package io.clientele.contract.event;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The four times of Segment's spec, each from 1970 to 9999 and cut to the millisecond.
 *
 * @param timestamp when it happened, by the server's clock: what every analysis counts by
 * @param receivedAt when the server took the message
 * @param sentAt when the client says that it sent the message, by the client's clock
 * @param originalTimestamp when the client says that it happened, by the client's clock
 */
public record Times(
        Instant timestamp,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable Instant originalTimestamp) {

    public Times {
        timestamp = Check.instant("@timestamp", timestamp);
        receivedAt = Check.instant("received_at", receivedAt);
        sentAt = sentAt == null ? null : Check.instant("sent_at", sentAt);
        originalTimestamp = originalTimestamp == null ? null : Check.instant("original_timestamp", originalTimestamp);
    }

    /**
     * The times of a message, with the client's clock corrected: {@code timestamp = received - (sent - original)}, so
     * that a clock that is wrong by any amount cancels out. Without {@code sent} the original time stands as it is;
     * without {@code original} it happened when it was received. The result is never later than {@code received}: what
     * has arrived has happened.
     *
     * @throws InvalidEventException {@code OUT_OF_RANGE}, naming the time
     */
    public static Times corrected(@Nullable Instant original, @Nullable Instant sent, Instant received) {
        // The client's times first, so that a wild one is named instead of the time that would be computed from it.
        Instant checkedSent = sent == null ? null : Check.instant("sent_at", sent);
        Instant checkedOriginal = original == null ? null : Check.instant("original_timestamp", original);
        return new Times(timestamp(checkedOriginal, checkedSent, received), received, checkedSent, checkedOriginal);
    }

    private static Instant timestamp(@Nullable Instant original, @Nullable Instant sent, Instant received) {
        if (original == null) {
            return received;
        }
        Instant happened = sent == null ? original : received.minus(Duration.between(original, sent));
        return happened.isAfter(received) ? received : happened;
    }
}
