package io.clientele.funnel.feed;

import java.nio.ByteBuffer;

/** Some of an answer's bytes, not copied. */
final class Slice {

    private final byte[] answer;
    private final int from;
    private final int to;

    /** The bytes from {@code from} up to and without {@code to}. */
    Slice(byte[] answer, int from, int to) {
        this.answer = answer;
        this.from = from;
        this.to = to;
    }

    int size() {
        return to - from;
    }

    void writeTo(ByteBuffer out) {
        out.put(answer, from, size());
    }

    /** Writes JSON without its line breaks, which stand between its parts, never in a text. */
    void writeOnOneLineTo(ByteBuffer out) {
        for (int i = from; i < to; i++) {
            out.put(answer[i] == '\n' || answer[i] == '\r' ? (byte) ' ' : answer[i]);
        }
    }
}
