package io.clientele.contract.event;

/** Thrown where something cannot become an event; carries the {@link InvalidEvent} to be answered. */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidEvent.Code code;
    private final String field;
    private final String reason;

    public InvalidEventException(InvalidEvent.Code code, String field, String reason) {
        // No stack trace: it is an answer to a client, made as often as clients please, not a fault of the program.
        super(code + ": " + field + " " + reason, null, false, false);
        this.code = code;
        this.field = field;
        this.reason = reason;
    }

    public InvalidEvent failure() {
        return new InvalidEvent(code, field, reason);
    }
}
