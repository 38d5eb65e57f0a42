package io.clientele.funnel.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.clientele.contract.feed.FeedCursor;

/** The lines of a page: one an event, and a last one that says where to go on, without which a page is not whole. */
final class PageText {

    private static final byte[] POSITION = ascii("{\"position\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] EVENT = ascii(",\"event\":");
    private static final byte[] END = ascii("}\n");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int events;

    void add(List<Found> found) {
        found.forEach(this::add);
    }

    private void add(Found one) {
        lines.writeBytes(POSITION);
        lines.writeBytes(ascii(Long.toString(one.position())));
        lines.writeBytes(ID);
        one.id().writeTo(lines);
        lines.writeBytes(EVENT);
        if (one.oneLine()) {
            one.event().writeTo(lines);
        } else {
            one.event().writeOnOneLineTo(lines);
        }
        lines.writeBytes(END);
        events++;
    }

    /** Bytes so far. */
    int size() {
        return lines.size();
    }

    int events() {
        return events;
    }

    /** The whole page. */
    byte[] end(FeedCursor cursor, long behind) {
        lines.writeBytes(ascii("{\"cursor\":\"" + cursor.value() + "\",\"behind\":" + behind + "}\n"));
        return lines.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
