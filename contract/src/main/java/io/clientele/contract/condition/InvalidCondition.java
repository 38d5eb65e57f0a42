package io.clientele.contract.condition;

/**
 * Why something is not a condition.
 *
 * @param code stable; clients may act on it
 * @param field what is wrong: a field's name such as {@code product.price}, or a key of the condition
 * @param reason one clause for people, to be read after the field's name
 */
public record InvalidCondition(Code code, String field, String reason) {

    /** The stable codes. A code may be added, none is ever renamed. */
    public enum Code {
        /** Not of the JSON form of a condition. */
        MALFORMED,
        /** No such field, or none that can be asked for. */
        UNKNOWN_FIELD,
        /** The field's type cannot be compared so. */
        OPERATOR_NOT_ALLOWED,
        /** A value that the field cannot have, or the wrong number of values. */
        INVALID_VALUE,
        /** Nested more deeply than {@value Limits#MAX_DEPTH} levels. */
        TOO_DEEP,
        /** More than {@value Limits#MAX_LEAVES} comparisons and behaviours in all. */
        TOO_MANY_CONDITIONS,
        /** More than {@value Limits#MAX_VALUES} values in one comparison. */
        TOO_MANY_VALUES,
        /** A behaviour asked of an event, an event's property asked of a customer, or a trait that no event carries. */
        WRONG_SCOPE,
        /** A behaviour asked for more often than the index {@code customers} can tell. */
        COUNT_NOT_INDEXED
    }

    @Override
    public String toString() {
        return code + ": " + field + " " + reason;
    }
}
