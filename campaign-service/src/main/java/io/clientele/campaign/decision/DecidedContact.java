package io.clientele.campaign.decision;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Variant;

/**
 * A contact as it is stored.
 *
 * @param variant of the message; of the control group the one that it would have got
 * @param day the customer's, by its own calendar
 */
record DecidedContact(
        Due due,
        String customer,
        LocalDate day,
        Decision decision,
        @Nullable Reason reason,
        Optional<Variant> variant,
        @Nullable Message message,
        @Nullable String coupon) {

    private static final int HASH_BYTES = 16;

    /** The contact's id: that of its enrolment in other words, so that the same decision made again has the same. */
    static String id(Due due) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((due.campaign().id() + '\0' + due.customer() + '\0' + due.cause())
                            .getBytes(StandardCharsets.UTF_8));
            return "c" + new BigInteger(1, hash, 0, HASH_BYTES).toString(Character.MAX_RADIX);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    String id() {
        return id(due);
    }

    /** What the contact itself costs; its coupon's cost is the benefit's. */
    long costMillionths() {
        return decision == Decision.SENT ? variant.map(Variant::costMillionths).orElse(0L) : 0;
    }

    /** Where the message is: what front ends show is there at once, the rest is to be delivered. */
    String status() {
        if (decision != Decision.SENT) {
            return "NONE";
        }
        return toBeDelivered() ? "QUEUED" : "DELIVERED";
    }

    boolean toBeDelivered() {
        return decision == Decision.SENT
                && variant.map(Variant::channel)
                        .filter(channel -> switch (channel) {
                            case EMAIL, WEBHOOK -> true;
                            case INBOX, POPUP -> false;
                        })
                        .isPresent();
    }
}
