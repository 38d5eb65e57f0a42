package io.clientele.loader.customers;

import io.clientele.loader.file.CsvFile;
import io.clientele.loader.file.CsvRows;
import io.clientele.loader.file.FileSource;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.source.Rows;

/**
 * A CSV of customers, one a line: the first column is the customer's id, whatever its name, and every other column a trait of
 * that name. Every line becomes one {@code identify}.
 */
public final class CustomersSource extends FileSource {

    private static final String DATA_SET = "customers";

    public CustomersSource(InputFile file) {
        super(DATA_SET, file);
    }

    @Override
    public Rows open() {
        CsvFile csv = CsvFile.open(file());
        return new CsvRows(csv, new CustomerMessages(DATA_SET, csv.columns())::row);
    }
}
