package io.clientele.loader.source;

import java.util.Iterator;

/** The rows of an open source, in ascending order of line number; memory is bounded whatever the source's size. */
public interface Rows extends Iterator<Row>, AutoCloseable {

    /** Tell how much of the source has been read, in the source's unit, between zero and its size. */
    long position();

    @Override
    void close();
}
