package io.clientele.campaign.benefit.terms;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long a benefit can be used.
 *
 * @param validFor how long after it was issued a coupon is good, positive; null for no such limit
 * @param validUntil when all ends that is issued under it; null for no such limit
 */
public record Validity(
        @Nullable Duration validFor, @Nullable Instant validUntil) {

    public Validity {
        if (validFor != null && !validFor.isPositive()) {
            throw new IllegalArgumentException("valid for " + validFor);
        }
    }

    /** Whether all has ended. */
    public boolean isOver(Instant now) {
        return validUntil != null && !now.isBefore(validUntil);
    }

    /** From when on a coupon that is issued now is no longer good; null for never. */
    public @Nullable Instant expiry(Instant issuedAt) {
        Instant own = validFor == null ? null : issuedAt.plus(validFor);
        if (own == null || validUntil == null) {
            return own == null ? validUntil : own;
        }
        return own.isBefore(validUntil) ? own : validUntil;
    }
}
