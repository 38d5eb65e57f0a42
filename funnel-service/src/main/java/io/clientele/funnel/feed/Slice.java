package io.clientele.funnel.feed;

import java.io.ByteArrayOutputStream;

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

    void writeTo(ByteArrayOutputStream out) {
        out.write(answer, from, to - from);
    }

    /** Writes JSON without its line breaks, which stand between its parts, never in a text. */
    void writeOnOneLineTo(ByteArrayOutputStream out) {
        for (int i = from; i < to; i++) {
            out.write(answer[i] == '\n' || answer[i] == '\r' ? ' ' : answer[i]);
        }
    }
}
