package io.clientele.loader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** Cuts rows into batches that keep within the collection API's limits. */
final class Batching {

    private final Rows rows;
    private final long afterLine;
    private final int events;
    private @Nullable Row heldBack;

    /** Cut the rows whose line is above {@code afterLine}. */
    Batching(Rows rows, long afterLine, int events) {
        this.rows = rows;
        this.afterLine = afterLine;
        this.events = events;
    }

    /** Cut the next batch; null at the end. */
    @Nullable
    Batch next() {
        List<Row.Message> messages = new ArrayList<>();
        List<Row.Bad> bad = new ArrayList<>();
        int bytes = Batch.ENVELOPE_BYTES;
        long lastLine = 0;
        while (messages.size() < events && bad.size() < events) {
            Row row = nextRow();
            if (row == null) {
                break;
            }
            if (row instanceof Row.Message message) {
                int grown = bytes + message.json().length + 1;
                if (grown > LoaderOptions.MAX_REQUEST_BYTES) {
                    heldBack = row;
                    break;
                }
                bytes = grown;
                messages.add(message);
            } else if (row instanceof Row.Bad badRow) {
                bad.add(badRow);
            }
            lastLine = row.line();
        }
        return lastLine == 0 ? null : new Batch(messages, bad, lastLine, rows.position());
    }

    private @Nullable Row nextRow() {
        Row held = heldBack;
        if (held != null) {
            heldBack = null;
            return held;
        }
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.line() > afterLine) {
                return withinLimit(row);
            }
        }
        return null;
    }

    private static Row withinLimit(Row row) {
        if (row instanceof Row.Message message && message.json().length > LoaderOptions.MAX_MESSAGE_BYTES) {
            String text = new String(message.json(), 0, 4 * Row.Bad.TEXT_LIMIT, StandardCharsets.UTF_8);
            return new Row.Bad(row.line(), BadRowReason.MESSAGE_TOO_LARGE, text);
        }
        return row;
    }
}
