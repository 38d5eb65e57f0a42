package io.clientele.contract.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.InvalidEventException;

/**
 * Reads a page: one line an event, {@code {"position":…,"id":…,"event":{…}}}, and a last line
 * {@code {"cursor":…,"behind":…}}. A page without its last line broke off. An event that cannot be read costs itself only:
 * reading goes on in the next line.
 */
final class PageReader {
    private static final ObjectReader JSON = EventDocument.MAPPER.reader();

    private final byte[] body;
    private final List<FeedItem> items = new ArrayList<>();
    private int lineStart;
    private @Nullable FeedPage page;

    PageReader(byte[] body) {
        this.body = body;
    }

    FeedPage page() {
        try {
            while (page == null && lineStart < body.length) {
                readLines();
            }
        } catch (IOException | NumberFormatException unreadable) {
            throw FeedAnswers.broken("a page of the feed cannot be read", unreadable);
        }
        if (page == null) {
            throw FeedAnswers.broken("a page of the feed broke off", null);
        }
        return page;
    }

    /** Reads lines until the last one, or until one with an event that cannot be read. */
    private void readLines() throws IOException {
        int start = lineStart;
        try (JsonParser parser = JSON.createParser(body, start, body.length - start)) {
            while (page == null && parser.nextToken() != null) {
                int line = start + (int) parser.currentTokenLocation().getByteOffset();
                if (!readLine(parser)) {
                    lineStart = endOfLine(line);
                    return;
                }
            }
        }
        lineStart = body.length;
    }

    /** Reads one line; false if its event cannot be read, the parser then standing anywhere in it. */
    private boolean readLine(JsonParser parser) throws IOException {
        long position = 0;
        String id = "";
        String cursor = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "position" -> position = parser.getLongValue();
                case "id" -> id = parser.getText();
                case "event" -> {
                    if (!readEvent(parser, position, id)) {
                        return false;
                    }
                }
                case "cursor" -> cursor = parser.getText();
                case "behind" -> page = end(cursor, parser.getLongValue());
                default -> parser.skipChildren();
            }
        }
        return true;
    }

    private FeedPage end(@Nullable String cursor, long behind) {
        if (cursor == null) {
            throw FeedAnswers.broken("a page of the feed has no cursor", null);
        }
        return new FeedPage(items, new FeedCursor(cursor), behind);
    }

    private boolean readEvent(JsonParser parser, long position, String id) {
        JsonNode document;
        try {
            document = parser.readValueAsTree();
        } catch (IOException | NumberFormatException unreadable) {
            items.add(new FeedItem.Unreadable(position, id, "is not JSON that can be read"));
            return false;
        }
        try {
            items.add(new FeedItem.Delivered(position, EventDocument.read(document)));
        } catch (InvalidEventException notAnEvent) {
            items.add(new FeedItem.Unreadable(position, id, notAnEvent.failure().toString()));
        }
        return true;
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}
