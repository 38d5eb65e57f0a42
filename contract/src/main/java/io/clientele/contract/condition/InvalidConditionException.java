package io.clientele.contract.condition;

/** Thrown where something cannot become a condition; carries the {@link InvalidCondition} to be answered. */
public final class InvalidConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidCondition.Code code;
    private final String field;
    private final String reason;

    public InvalidConditionException(InvalidCondition.Code code, String field, String reason) {
        // No stack trace: it is an answer to a client, not a fault of the program.
        super(code + ": " + field + " " + reason, null, false, false);
        this.code = code;
        this.field = field;
        this.reason = reason;
    }

    public InvalidCondition failure() {
        return new InvalidCondition(code, field, reason);
    }
}
