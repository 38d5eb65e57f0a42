package io.clientele.contract.event;

import java.nio.charset.StandardCharsets;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The 64-bit hashes that stand for texts in the index: the first half of MurmurHash3 x64 128 with seed 0 over UTF-8.
 * They are stored and sorted by, so they never change; {@code docs/decisions/0004-event-home-and-hashes.md} says why
 * this function and how likely a collision is.
 */
final class Hashes {
    private Hashes() {}

    static long of(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a pair. U+0000 cannot occur in either text, so different pairs are different bytes. */
    static long of(String first, String second) {
        return hash((first + '\0' + second).getBytes(StandardCharsets.UTF_8));
    }

    private static long hash(byte[] bytes) {
        return MurmurHash3.hash128x64(bytes)[0];
    }
}
