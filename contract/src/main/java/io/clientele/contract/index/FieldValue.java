package io.clientele.contract.index;

/** One value of a field, as the index compares it. */
public sealed interface FieldValue {

    /** Compared by code point, case-sensitive. */
    record Text(String value) implements FieldValue {}

    /** A whole number; of an amount its millionths, of a date the milliseconds since 1970. */
    record Whole(long value) implements FieldValue {}
}
