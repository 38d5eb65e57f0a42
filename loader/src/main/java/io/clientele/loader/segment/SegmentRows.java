package io.clientele.loader.segment;

import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.clientele.loader.file.Lines;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** The lines of a file as messages; empty lines are passed over. */
final class SegmentRows implements Rows {

    private final Lines lines;
    private final SegmentLine translation;
    private Lines.@Nullable Line next;

    SegmentRows(Lines lines, SegmentLine translation) {
        this.lines = lines;
        this.translation = translation;
        this.next = nextFilled();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Lines.Line current = next;
        if (current == null) {
            throw new NoSuchElementException("The file has ended");
        }
        next = nextFilled();
        return translation.row(current);
    }

    private Lines.@Nullable Line nextFilled() {
        Lines.Line line = lines.next();
        while (line != null && !line.cut() && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    @Override
    public long position() {
        return lines.position();
    }

    @Override
    public void close() {
        lines.close();
    }
}
