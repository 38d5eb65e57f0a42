package io.clientele.loader.onlineretail;

import io.clientele.loader.file.CsvFile;
import io.clientele.loader.file.CsvRows;
import io.clientele.loader.file.FileSource;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.source.Rows;

/**
 * An Online Retail CSV: lines of invoices. A line of a sale becomes one {@code Order Completed} with the invoice as order id
 * and the line's amount as revenue; a line of a credit note (an invoice that begins with C) becomes one
 * {@code Order Refunded} with positive amounts. Times are taken as UTC, the currency is GBP.
 *
 * <p>All lines of an order carry the instant of its earliest line. Some invoices have lines a minute apart, and one of the
 * published file is interrupted by another, so opening reads the file once to learn the instants: 32 to 64 bytes of memory
 * an invoice, more for a moment while their table grows, and nothing for a line.
 */
public final class OnlineRetailSource extends FileSource {

    private static final String DATA_SET = "online-retail";

    public OnlineRetailSource(InputFile file) {
        super(DATA_SET, file);
    }

    @Override
    public Rows open() {
        OrderInstants instants = OrderInstants.of(file());
        CsvFile csv = CsvFile.open(file(), InvoiceLine.COLUMNS);
        return new CsvRows(csv, new InvoiceMessages(DATA_SET, instants)::row);
    }
}
