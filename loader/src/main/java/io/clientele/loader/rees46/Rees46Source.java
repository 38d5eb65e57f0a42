package io.clientele.loader.rees46;

import io.clientele.loader.file.CsvFile;
import io.clientele.loader.file.CsvRows;
import io.clientele.loader.file.FileSource;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.source.Rows;

/**
 * A REES46 CSV: one view, cart, removal or purchase a line. Every line becomes one {@code track} message, equal lines
 * included. The data has no order number: the purchases of one session at one instant are taken as one order.
 */
public final class Rees46Source extends FileSource {

    private static final String DATA_SET = "rees46";

    public Rees46Source(InputFile file) {
        super(DATA_SET, file);
    }

    @Override
    public Rows open() {
        return new CsvRows(CsvFile.open(file(), Rees46Row.COLUMNS), new Rees46Row(DATA_SET)::row);
    }
}
