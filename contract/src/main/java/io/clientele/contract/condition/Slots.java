package io.clientele.contract.condition;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.apache.commons.codec.digest.MurmurHash3;

import io.clientele.contract.condition.Condition.Bucket;

/**
 * Random parts of all customers that a search can find, although it cannot hash: every customer has one of 10,000
 * slots by its id, which its document holds; a salt shuffles the slots, and a bucket takes a range of them. Customers of
 * one slot stay together under every salt; since the slot itself is random, the parts are random samples nevertheless.
 */
final class Slots {
    private static final int SIDE = 100;
    private static final int ROUNDS = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Slots() {}

    /** The slot of a customer, 0 to 9,999, for ever. */
    static int of(String customerId) {
        return (int) Math.floorMod(hash(customerId), (long) Bucket.PARTS);
    }

    static boolean contains(Bucket bucket, int slot) {
        int place = place(hash(bucket.salt()), slot);
        return place >= bucket.from() && place < bucket.to();
    }

    /** The slots of a bucket, ascending. */
    static IntStream of(Bucket bucket) {
        return IntStream.range(0, Bucket.PARTS).filter(slot -> contains(bucket, slot));
    }

    /** Where a salt puts a slot. */
    static int place(Bucket bucket, int slot) {
        return place(hash(bucket.salt()), slot);
    }

    /** A Feistel network over a square of 100 by 100: a permutation whatever the mixing function is. */
    private static int place(long salt, int slot) {
        int left = slot / SIDE;
        int right = slot % SIDE;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = (int) Math.floorMod(mix(salt + GOLDEN * (round * SIDE + right + 1L)), (long) SIDE);
            int next = (left + mixed) % SIDE;
            left = right;
            right = next;
        }
        return left * SIDE + right;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long hash(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }
}
