package io.clientele.profile.facts;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Reads what a {@link PackedWriter} wrote; throws {@link IllegalArgumentException} if that is not what it is given. */
final class PackedReader {

    private final byte[] bytes;
    private int position;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte current = next();
        while (current < 0) {
            value |= (long) (current & 0x7f) << shift;
            shift += 7;
            current = next();
        }
        value |= (long) current << shift;
        return (value >>> 1) ^ -(value & 1);
    }

    /** Read how many elements follow; each takes a byte at least, so that damage cannot ask for endless memory. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - position) {
            throw damaged();
        }
        return (int) count;
    }

    long bits() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (next() & 0xff);
        }
        return value;
    }

    @Nullable
    String text() {
        long length = number();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > bytes.length - position) {
            throw damaged();
        }
        String text = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
        position += (int) length;
        return text;
    }

    String requiredText() {
        String text = text();
        if (text == null) {
            throw damaged();
        }
        return text;
    }

    /** Make sure that nothing is left. */
    void end() {
        if (position != bytes.length) {
            throw damaged();
        }
    }

    private byte next() {
        if (position >= bytes.length) {
            throw damaged();
        }
        return bytes[position++];
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("These bytes are not what a ledger or an order was stored as");
    }
}
