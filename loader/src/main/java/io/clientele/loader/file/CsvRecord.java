package io.clientele.loader.file;

import java.util.Map;

import io.clientele.loader.source.BadRowReason;

/** What lies between two record ends of a CSV file. */
public sealed interface CsvRecord {

    /** The line at which the record begins, counted from one; the header is line one. */
    long line();

    /** The record as it stands in the file, without its line end. */
    String text();

    /** A record with as many cells as the header. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody: a copy would be waste
    record Good(long line, String text, Map<String, Integer> columns, String[] cells) implements CsvRecord {

        /** Give the cell of a column that was demanded when the file was opened. */
        public String cell(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("Column " + column + " was not demanded");
            }
            return cells[index].strip();
        }
    }

    /** A record that cannot be taken apart. */
    record Broken(long line, String text, BadRowReason reason) implements CsvRecord {}
}
