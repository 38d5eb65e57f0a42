package io.clientele.funnel.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.clientele.contract.feed.FeedCursor;

/** The lines of a page: one an event, and a last one that says where to go on, without which a page is not whole. */
final class PageText {

    private static final byte[] POSITION = ascii("{\"position\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] EVENT = ascii(",\"event\":");
    private static final byte[] END = ascii("}\n");

    private static final int LINE = POSITION.length + ID.length + EVENT.length + END.length;

    private final List<Found> events = new ArrayList<>();
    private int size;

    void add(List<Found> found) {
        events.addAll(found);
        for (Found one : found) {
            size += LINE + position(one).length + one.id().size() + one.event().size();
        }
    }

    /** Bytes so far. */
    int size() {
        return size;
    }

    int events() {
        return events.size();
    }

    /** The whole page. */
    byte[] end(FeedCursor cursor, long behind) {
        byte[] last = ascii("{\"cursor\":\"" + cursor.value() + "\",\"behind\":" + behind + "}\n");
        ByteBuffer lines = ByteBuffer.allocate(size + last.length);
        events.forEach(one -> write(one, lines));
        return lines.put(last).array();
    }

    private static void write(Found one, ByteBuffer lines) {
        lines.put(POSITION).put(position(one)).put(ID);
        one.id().writeTo(lines);
        lines.put(EVENT);
        if (one.oneLine()) {
            one.event().writeTo(lines);
        } else {
            one.event().writeOnOneLineTo(lines);
        }
        lines.put(END);
    }

    private static byte[] position(Found one) {
        return ascii(Long.toString(one.position()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
