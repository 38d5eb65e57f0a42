package io.clientele.loader.rees46;

import io.clientele.loader.file.CsvFile;
import io.clientele.loader.file.CsvRows;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Rows;

/**
 * A REES46 CSV: one view, cart, removal or purchase a line. Every line becomes one {@code track} message, equal lines
 * included. The data has no order number: the purchases of one session at one instant are taken as one order.
 */
public final class Rees46Source implements EventSource {

    private static final String DATA_SET = "rees46";

    private final InputFile file;

    public Rees46Source(InputFile file) {
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
        return new CsvRows(CsvFile.open(file, Rees46Row.COLUMNS), new Rees46Row(DATA_SET)::row);
    }
}
