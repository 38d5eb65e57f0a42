package io.clientele.loader.segment;

import io.clientele.loader.file.InputFile;
import io.clientele.loader.file.Lines;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Rows;

/**
 * A file of Segment messages of any type, one a line. A message is passed on byte by byte; only where it has no
 * {@code messageId} one is put in, made of the line number and the line, so that a repeated import adds nothing.
 */
public final class SegmentSource implements EventSource {

    private static final String DATA_SET = "segment";

    private final InputFile file;

    public SegmentSource(InputFile file) {
        this.file = file;
    }

    @Override
    public String dataSet() {
        return DATA_SET;
    }

    @Override
    public String fingerprint() {
        return file.fingerprint();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public Unit unit() {
        return Unit.BYTES;
    }

    @Override
    public Rows open() {
        return new SegmentRows(new Lines(file.open()), new SegmentLine(DATA_SET));
    }
}
