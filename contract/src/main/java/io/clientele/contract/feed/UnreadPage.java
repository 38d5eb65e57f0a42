package io.clientele.contract.feed;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;

/** A page as it came: where to go on is found without reading its events. */
final class UnreadPage {
    private final byte[] body;

    UnreadPage(byte[] body) {
        this.body = body;
    }

    /** Where to go on, which the last line says. */
    FeedCursor cursor() {
        int end = body.length;
        while (end > 0 && body[end - 1] == '\n') {
            end--;
        }
        int start = end;
        while (start > 0 && body[start - 1] != '\n') {
            start--;
        }
        try {
            JsonNode cursor =
                    EventDocument.MAPPER.readTree(body, start, end - start).path("cursor");
            if (!cursor.isTextual()) {
                throw FeedAnswers.broken("a page of the feed broke off", null);
            }
            return new FeedCursor(cursor.textValue());
        } catch (IOException brokenOff) {
            throw FeedAnswers.broken("a page of the feed broke off", brokenOff);
        }
    }

    FeedPage page() {
        return new PageReader(body).page();
    }
}
