package io.clientele.loader;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** A source of made-up rows that counts how far it was read. */
record ListSource(String fingerprint, long size, LongFunction<Row> rows, AtomicLong read) implements EventSource {

    /** Messages of the given number of bytes, a line each. */
    static ListSource messages(long count, int bytes) {
        return of(count, line -> message(line, "Fine", bytes));
    }

    static ListSource of(long count, LongFunction<Row> rows) {
        return new ListSource("f1", count, rows, new AtomicLong());
    }

    static Row.Message message(long line, String event, int bytes) {
        String start = "{\"type\":\"track\",\"event\":\"" + event + "\",\"messageId\":\"m-" + line + "\",\"pad\":\"";
        String pad = "x".repeat(Math.max(0, bytes - start.length() - 2));
        return new Row.Message(line, (start + pad + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    static ListSource rows(List<Row> rows) {
        return of(rows.size(), line -> rows.get((int) line - 1));
    }

    @Override
    public String dataSet() {
        return "made-up";
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS;
    }

    @Override
    public Rows open() {
        Iterator<Row> iterator = LongStream.rangeClosed(1, size).mapToObj(rows).iterator();
        return new Rows() {
            private long position;

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Row next() {
                position++;
                read.set(position);
                return iterator.next();
            }

            @Override
            public long position() {
                return position;
            }

            @Override
            public void close() {}
        };
    }
}
