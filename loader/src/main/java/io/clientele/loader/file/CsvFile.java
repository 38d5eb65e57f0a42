package io.clientele.loader.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.LoadFailure;

/**
 * The records of a CSV file with a header line. Records are cut out of the file here and taken apart by commons-csv one by
 * one: given the whole file, that parser would swallow everything behind a stray quote as one cell and could not go on after
 * an error.
 */
public final class CsvFile implements AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Lines lines;
    private final Map<String, Integer> columns;
    private final int width;
    private final Deque<Lines.Line> putBack = new ArrayDeque<>();

    private CsvFile(Lines lines, Map<String, Integer> columns, int width) {
        this.lines = lines;
        this.columns = columns;
        this.width = width;
    }

    /**
     * Open a file; the order of its columns does not matter, and further columns are left alone.
     *
     * @throws LoadFailure {@code column_missing} naming the first absent column, {@code file_unreadable}
     */
    public static CsvFile open(InputFile file, List<String> demanded) {
        Lines lines = new Lines(file.open());
        try {
            List<String> header = header(lines);
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (String column : demanded) {
                columns.put(column, index(file, header, column));
            }
            return new CsvFile(lines, columns, header.size());
        } catch (LoadFailure e) {
            lines.close();
            throw e;
        }
    }

    /**
     * Open a file of which every column counts.
     *
     * @throws LoadFailure {@code column_missing} if there is no header line, or a column has no name or that of another;
     *     {@code file_unreadable}
     */
    public static CsvFile open(InputFile file) {
        Lines lines = new Lines(file.open());
        try {
            List<String> header = header(lines);
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (String column : header) {
                columns.put(column, columns.size());
            }
            if (header.isEmpty() || columns.size() < header.size() || columns.containsKey("")) {
                throw new LoadFailure(
                        LoadFailure.Code.COLUMN_MISSING,
                        "The first line of " + file.path() + " does not name every column once; it has "
                                + String.join(", ", header));
            }
            return new CsvFile(lines, columns, header.size());
        } catch (LoadFailure e) {
            lines.close();
            throw e;
        }
    }

    /** The columns that were demanded, or all, in their order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    private static List<String> header(Lines lines) {
        Lines.Line line = lines.next();
        String[] cells = line == null || line.cut() ? null : cells(line.text());
        return cells == null
                ? List.of()
                : List.of(cells).stream().map(String::strip).toList();
    }

    private static int index(InputFile file, List<String> header, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new LoadFailure(
                    LoadFailure.Code.COLUMN_MISSING,
                    "The first line of " + file.path() + " lacks the column " + column + "; it has "
                            + String.join(", ", header));
        }
        return index;
    }

    /** Read the next record; null at the end. */
    public @Nullable CsvRecord next() {
        Lines.Line first = nextLine();
        if (first == null) {
            return null;
        }
        if (first.cut()) {
            return broken(first, BadRowReason.ROW_TOO_LONG);
        }
        CsvScan scan = new CsvScan();
        String text = first.text();
        if (!scan.leavesOpen(text)) {
            return record(first.number(), text);
        }
        return multiline(first, scan);
    }

    /**
     * Join lines to a record. If that fails, or what comes out is no record of this file, an odd quote is to blame: then only
     * the first line is given up, and those behind it are read again as lines of their own.
     */
    private CsvRecord multiline(Lines.Line first, CsvScan scan) {
        List<Lines.Line> following = following(first, scan);
        StringBuilder whole = new StringBuilder(first.text());
        following.forEach(line -> whole.append('\n').append(line.text()));
        CsvRecord joined = record(first.number(), whole.toString());
        boolean cut = !following.isEmpty() && following.getLast().cut();
        if (joined instanceof CsvRecord.Good && !cut) {
            return joined;
        }
        following.reversed().forEach(putBack::push);
        return broken(first, BadRowReason.MALFORMED_CSV);
    }

    /** Read on until the quotes are closed, at most up to the length of the longest line and to the end of the file. */
    private List<Lines.Line> following(Lines.Line first, CsvScan scan) {
        List<Lines.Line> following = new ArrayList<>();
        int bytes = first.bytes().length;
        boolean open = true;
        while (open) {
            Lines.Line line = nextLine();
            if (line == null) {
                break;
            }
            following.add(line);
            bytes += line.bytes().length;
            open = !line.cut() && bytes <= Lines.LIMIT && scan.leavesOpen("\n" + line.text());
        }
        return following;
    }

    private CsvRecord record(long line, String text) {
        String[] cells = cells(text);
        if (cells == null) {
            return new CsvRecord.Broken(line, text, BadRowReason.MALFORMED_CSV);
        }
        if (cells.length != width) {
            return new CsvRecord.Broken(line, text, BadRowReason.WRONG_NUMBER_OF_CELLS);
        }
        return new CsvRecord.Good(line, text, columns, cells);
    }

    private static String @Nullable [] cells(String text) {
        if (text.indexOf('"') < 0) {
            return text.split(",", -1); // what the parser would give, at a tenth of the cost
        }
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<org.apache.commons.csv.CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().values() : null;
        } catch (IOException | UncheckedIOException e) {
            return null; // becomes a bad row with its text, which says more than the parser does
        }
    }

    private static CsvRecord broken(Lines.Line line, BadRowReason reason) {
        return new CsvRecord.Broken(line.number(), line.text(), reason);
    }

    private Lines.@Nullable Line nextLine() {
        return putBack.isEmpty() ? lines.next() : putBack.pop();
    }

    /** Tell how many bytes of the file on disk have been read. */
    public long position() {
        return lines.position();
    }

    @Override
    public void close() {
        lines.close();
    }
}
