package io.clientele.loader.onlineretail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.clientele.loader.file.CsvRecord;
import io.clientele.loader.message.Cells;
import io.clientele.loader.source.BadRowReason;

/** A record of the file as what it is in the shop's books. */
sealed interface InvoiceLine {

    List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    /**
     * A line of an order or of a credit note.
     *
     * @param refund whether money went back; quantity and price are positive either way
     */
    record Trade(
            boolean refund,
            String order,
            String customer,
            String product,
            String description,
            String country,
            int quantity,
            BigDecimal price,
            Instant time)
            implements InvoiceLine {

        BigDecimal revenue() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** A line that is no trade with a known customer: a write-off, a fee, a line of an unknown customer. */
    record NoTrade(BadRowReason reason) implements InvoiceLine {}

    static InvoiceLine of(CsvRecord.Good csv) {
        Integer quantity = Cells.wholeNumber(csv.cell("Quantity"));
        BigDecimal price = Cells.amount(csv.cell("UnitPrice"));
        Instant time = Cells.utcTime(csv.cell("InvoiceDate"));
        if (quantity == null) {
            return new NoTrade(BadRowReason.INVALID_QUANTITY);
        }
        if (price == null) {
            return new NoTrade(BadRowReason.INVALID_PRICE);
        }
        if (time == null) {
            return new NoTrade(BadRowReason.INVALID_TIME);
        }
        return trade(csv, quantity, price, time);
    }

    private static InvoiceLine trade(CsvRecord.Good csv, int quantity, BigDecimal price, Instant time) {
        String order = csv.cell("InvoiceNo");
        String customer = Cells.withoutFraction(csv.cell("CustomerID"));
        boolean refund = order.startsWith("C");
        if (order.isEmpty()) {
            return new NoTrade(BadRowReason.MISSING_ORDER);
        }
        if (customer.isEmpty()) {
            return new NoTrade(BadRowReason.MISSING_CUSTOMER);
        }
        if (csv.cell("StockCode").isEmpty()) {
            return new NoTrade(BadRowReason.MISSING_PRODUCT);
        }
        if (price.signum() <= 0) {
            return new NoTrade(BadRowReason.PRICE_NOT_POSITIVE);
        }
        if (refund ? quantity >= 0 : quantity <= 0) {
            return new NoTrade(refund ? BadRowReason.REFUND_NOT_NEGATIVE : BadRowReason.QUANTITY_NOT_POSITIVE);
        }
        return new Trade(
                refund,
                order,
                customer,
                csv.cell("StockCode"),
                csv.cell("Description"),
                csv.cell("Country"),
                Math.abs(quantity),
                price,
                time);
    }
}
