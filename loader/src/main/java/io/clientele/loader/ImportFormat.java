package io.clientele.loader;

/** The file formats that can be imported, plain or gzipped. */
public enum ImportFormat {
    /** A CSV of customers: the first column is the customer's id, every other a trait. */
    CUSTOMERS,
    /** The CSV of the REES46 multi-category store: views, carts and purchases, one a line. */
    REES46,
    /** The CSV of the UCI Online Retail data: lines of invoices. */
    ONLINE_RETAIL,
    /** Segment messages of any type, one JSON object a line. */
    SEGMENT
}
