package io.clientele.contract.index;

/** What a stored field holds, and with that how it can be asked for. */
public enum FieldType {
    /** A text, searchable as a whole and by its beginning. */
    KEYWORD,
    /** A whole number. */
    LONG,
    /** An amount, as a whole number of millionths of the event's currency. */
    MONEY,
    /** An instant to the millisecond. */
    DATE,
    /** A business day, stored as days since 1970 and asked for by how many days ago it is. */
    DAY,
    /** A JSON object of open keys, each compared as text. */
    OPEN,
    /** A text that can be sorted by, not searched. */
    SORTED_KEYWORD,
    /** A hash standing for an id: sorted and counted by, not searched. */
    HASH,
    /** An instant that is kept in the source only. */
    KEPT_DATE,
    /** True or absent. */
    FLAG,
    /** A JSON object that is kept in the source only. */
    KEPT_OBJECT
}
