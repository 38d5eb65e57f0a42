package io.clientele.contract.condition;

import io.clientele.contract.index.FieldType;

/**
 * How a field is compared. Of a field with several values, any may match; a field without a value matches {@link
 * #NONE_OF} only.
 */
public enum Operator {
    /** Equal to one of the values. */
    ANY_OF,
    /** Not {@link #ANY_OF}: no value of the field is among the given, also if it has none. */
    NONE_OF,
    /** Has a value. */
    EXISTS,
    /** Begins with the one value. */
    PREFIX,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    /** Whether a field of this type can be compared so. */
    public boolean allowedOn(FieldType type) {
        return switch (type) {
            case KEYWORD, OPEN ->
                switch (this) {
                    case ANY_OF, NONE_OF, EXISTS, PREFIX -> true;
                    // Open keys compare as text, where 9 is greater than 10.
                    case LESS, AT_MOST, GREATER, AT_LEAST -> false;
                };
            case LONG, MONEY, DATE, DAY -> this != PREFIX;
            case SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT -> false;
        };
    }

    /** Whether this many values make sense. */
    boolean takes(int values) {
        return switch (this) {
            case ANY_OF, NONE_OF -> values > 0;
            case EXISTS -> values == 0;
            case PREFIX, LESS, AT_MOST, GREATER, AT_LEAST -> values == 1;
        };
    }
}
