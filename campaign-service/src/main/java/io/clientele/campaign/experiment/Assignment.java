package io.clientele.campaign.experiment;

import java.nio.charset.StandardCharsets;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Random numbers that hang on a customer and a salt only: the first half of MurmurHash3 x64 128 with seed 0 over the salt,
 * U+0000 and the id in UTF-8, the function that the platform's other hashes use.
 *
 * <p>It is not the condition {@code bucket}, which shuffles 10,000 slots of customers so that a search can find them:
 * there customers of one slot share their fate in every experiment, here they do not, so that experiments are
 * independent of one another customer by customer.
 */
final class Assignment {

    /** Into how many parts customers are divided; a share is exact to one of them. */
    static final int BUCKETS = 10_000;

    private static final double TWO_TO_53 = 0x1p53;

    private Assignment() {}

    /** The part of a customer, 0 to 9,999, for ever. */
    static int bucket(String salt, String customerId) {
        return (int) Math.floorMod(hash(salt, customerId), (long) BUCKETS);
    }

    /** How many of the parts a share is, 0 to 10,000. */
    static int buckets(double share) {
        return (int) Math.round(share * BUCKETS);
    }

    /** A number between 0 and 1, neither of them, for ever. */
    static double unit(String salt, String customerId) {
        return ((hash(salt, customerId) >>> 11) + 0.5) / TWO_TO_53;
    }

    private static long hash(String salt, String customerId) {
        return MurmurHash3.hash128x64((salt + '\0' + customerId).getBytes(StandardCharsets.UTF_8))[0];
    }
}
