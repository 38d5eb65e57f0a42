package io.clientele.loader.segment;

import io.clientele.loader.file.FileSource;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.file.Lines;
import io.clientele.loader.source.Rows;

/**
 * A file of Segment messages of any type, one a line. A message is passed on byte by byte; only where it has no
 * {@code messageId} one is put in, made of the line number and the line, so that a repeated import adds nothing.
 */
public final class SegmentSource extends FileSource {

    private static final String DATA_SET = "segment";

    public SegmentSource(InputFile file) {
        super(DATA_SET, file);
    }

    @Override
    public Rows open() {
        return new SegmentRows(new Lines(file().open()), new SegmentLine(DATA_SET));
    }
}
