package io.clientele.loader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.clientele.loader.source.Row;

/**
 * Consecutive rows of a source that are settled together.
 *
 * @param lastLine the line of the last row
 * @param position of the source when the last row was read
 */
record Batch(List<Row.Message> messages, List<Row.Bad> badRows, long lastLine, long position) {

    /*
     * There is no sentAt on purpose: with it the collector would take the age of historic events for a wrong clock and
     * shift them to the present; without it every message's own timestamp stands.
     */
    private static final byte[] HEAD = "{\"batch\":[".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

    /** The bytes of a request besides its messages and the commas behind them. */
    static final int ENVELOPE_BYTES = HEAD.length + TAIL.length;

    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(ENVELOPE_BYTES
                + messages.stream().mapToInt(m -> m.json().length + 1).sum());
        body.writeBytes(HEAD);
        for (int i = 0; i < messages.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(messages.get(i).json());
        }
        body.writeBytes(TAIL);
        return body.toByteArray();
    }
}
