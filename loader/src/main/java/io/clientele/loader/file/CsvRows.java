package io.clientele.loader.file;

import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** The records of a CSV file as rows of a source. */
public final class CsvRows implements Rows {

    private final CsvFile file;
    private final Translation translation;
    private @Nullable CsvRecord next;

    public CsvRows(CsvFile file, Translation translation) {
        this.file = file;
        this.translation = translation;
        this.next = file.next();
    }

    /** Makes a row of a record that has all its cells. */
    @FunctionalInterface
    public interface Translation {
        Row row(CsvRecord.Good csv);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        CsvRecord current = next;
        if (current == null) {
            throw new NoSuchElementException("The file has ended");
        }
        next = file.next();
        return switch (current) {
            case CsvRecord.Good good -> translation.row(good);
            case CsvRecord.Broken broken -> new Row.Bad(broken.line(), broken.reason(), broken.text());
        };
    }

    @Override
    public long position() {
        return file.position();
    }

    @Override
    public void close() {
        file.close();
    }
}
