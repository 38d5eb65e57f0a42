package io.clientele.profile.facts;

/**
 * A 64-bit hash of a text. It stands for session ids and decides which of too many names are kept, so it is stored by and
 * must never change: FNV-1a over UTF-16 code units, then the finaliser of MurmurHash3, which spreads short texts.
 */
final class Hash64 {

    private Hash64() {}

    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
