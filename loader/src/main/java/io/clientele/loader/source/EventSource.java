package io.clientele.loader.source;

/**
 * A source of events in a fixed order: opened twice it gives the same rows, so that a load can stop and go on later.
 */
public interface EventSource {

    /** Name the data set: stable, of letters, digits and hyphens; it is part of every message id that the source makes. */
    String dataSet();

    /**
     * Identify this very content within the data set, of letters, digits and hyphens. Two sources with equal data set and
     * fingerprint share one checkpoint.
     */
    String fingerprint();

    /** Tell the size of the source in {@link #unit()}, at least zero. */
    long size();

    /** Name what {@link #size()} and {@link Rows#position()} count. */
    Unit unit();

    /**
     * Open the rows from the first on.
     *
     * @throws LoadFailure if the source cannot be read or lacks something without which no row of it can be understood
     */
    Rows open();

    /** What a source's size is counted in. */
    enum Unit {
        BYTES,
        EVENTS
    }
}
