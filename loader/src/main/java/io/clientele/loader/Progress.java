package io.clientele.loader;

import java.time.Duration;

import io.clientele.loader.source.EventSource;

/** Listens to a load. {@link #waiting} comes from several threads, the others from the loading thread. */
public interface Progress {

    /** Learn that loading begins, after the given line of the source (zero: with its first row). */
    void started(EventSource source, long continuedAfterLine);

    /**
     * Learn that everything up to a position is answered.
     *
     * @param position in the source's unit
     * @param answered messages answered so far
     * @param badRows rows so far that became no message
     */
    void advanced(long position, long answered, long badRows);

    /** Learn that the collector asked to wait or could not be reached, and that the request is sent again after a pause. */
    void waiting(Duration pause, String reason);

    /** Learn that the source is loaded whole. */
    void finished(LoadReport report);

    /** A listener that does nothing. */
    static Progress silent() {
        return new SilentProgress();
    }
}
