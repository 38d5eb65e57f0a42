package io.clientele.contract.event;

/**
 * Why something is not an event.
 *
 * @param code stable; clients may act on it
 * @param field the stored field's name, such as {@code order.revenue} or {@code properties}
 * @param reason one clause for people, to be read after the field's name; it never repeats the value, which may be
 *     personal
 */
public record InvalidEvent(Code code, String field, String reason) {

    /** The stable codes. A code may be added, none is ever renamed. */
    public enum Code {
        /** A required field is absent or empty. */
        MISSING_FIELD,
        /** A known field has a value of another type than documented. */
        INVALID_TYPE,
        /** A known field's value has the right type and a wrong form, such as a currency of two letters. */
        INVALID_VALUE,
        /** A text holds U+0000 or an unpaired surrogate, which no store keeps faithfully. */
        INVALID_TEXT,
        /** A text is longer than its field allows. */
        TOO_LONG,
        /** A number, an amount or an instant is outside its range. */
        OUT_OF_RANGE,
        /** Open properties are nested more deeply than {@value FreeFields#MAX_DEPTH} levels. */
        TOO_DEEP,
        /** The event's open properties have more than {@value Event#MAX_KEYS} keys in all. */
        TOO_MANY_KEYS,
        /** The event lists more than {@value Event#MAX_PRODUCTS} products. */
        TOO_MANY_ITEMS
    }

    @Override
    public String toString() {
        return code + ": " + field + " " + reason;
    }
}
