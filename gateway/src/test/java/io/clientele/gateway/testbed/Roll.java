package io.clientele.gateway.testbed;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The dice of the universe: the same place always rolls the same. */
final class Roll {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;

    private Roll() {}

    /** From 0 to sides - 1. */
    static int of(String place, int sides) {
        long hash = FNV_OFFSET;
        for (byte each : place.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * FNV_PRIME;
        }
        long mixed = (hash ^ (hash >>> 33)) * MIX;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 33), sides);
    }

    /** Arguments as text in which order does not count, and null is as good as not given. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, each) -> {
                    if (each != null) {
                        sorted.put(String.valueOf(key), text(each));
                    }
                });
                yield sorted.isEmpty() ? "" : sorted.toString();
            }
            case Collection<?> many -> many.stream().map(Roll::text).collect(Collectors.joining(",", "[", "]"));
            default -> value.toString();
        };
    }
}
