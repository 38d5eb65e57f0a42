package io.clientele.loader.source;

import java.util.Locale;

/** Why a row of a source cannot be loaded; {@link #code()} is stable. */
public enum BadRowReason {
    /** The row is longer than any message may be. */
    ROW_TOO_LONG,
    /** The message made from the row is larger than the 32 KiB that the collection API takes. */
    MESSAGE_TOO_LARGE,
    /** The row has another number of cells than the header. */
    WRONG_NUMBER_OF_CELLS,
    /** The row breaks the rules of quoting. */
    MALFORMED_CSV,
    MALFORMED_JSON,
    /** The line is JSON, but nests more deeply, or has a longer number, exponent or key, than the collector reads. */
    JSON_BEYOND_LIMITS,
    /** The line is JSON, but no object. */
    NOT_AN_OBJECT,
    /** The message's own {@code messageId} is no text or empty, so a repeated load could not be recognised. */
    INVALID_MESSAGE_ID,
    INVALID_TIME,
    INVALID_PRICE,
    INVALID_QUANTITY,
    /** An order line that nobody paid for, or a negative price (an adjustment of the books). */
    PRICE_NOT_POSITIVE,
    QUANTITY_NOT_POSITIVE,
    /** A refund that takes nothing back. */
    REFUND_NOT_NEGATIVE,
    MISSING_CUSTOMER,
    MISSING_PRODUCT,
    MISSING_ORDER,
    UNKNOWN_EVENT_TYPE;

    /** Give the code as reports and the bad-row file show it, for example {@code missing_customer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
