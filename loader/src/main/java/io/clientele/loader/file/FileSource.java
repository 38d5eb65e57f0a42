package io.clientele.loader.file;

import io.clientele.loader.source.EventSource;

/** A source that is a file: what its format makes of it is left to {@link #open()}. */
public abstract class FileSource implements EventSource {

    private final String dataSet;
    private final InputFile file;

    /** Names the data set, which is part of every message id, and the file. */
    protected FileSource(String dataSet, InputFile file) {
        this.dataSet = dataSet;
        this.file = file;
    }

    protected final InputFile file() {
        return file;
    }

    @Override
    public final String dataSet() {
        return dataSet;
    }

    @Override
    public final String fingerprint() {
        return file.fingerprint();
    }

    @Override
    public final long size() {
        return file.size();
    }

    @Override
    public final Unit unit() {
        return Unit.BYTES;
    }
}
