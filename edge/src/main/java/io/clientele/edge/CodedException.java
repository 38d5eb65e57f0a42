package io.clientele.edge;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose message and code reach the client.
 *
 * <p>It carries no stack trace: it is an answer, decided at a known place, not a fault to be searched for.
 */
public abstract class CodedException extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;
    private static final Pattern UPPER_SNAKE_CASE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final String code;
    private final @Nullable String field;

    /**
     * Names the failure.
     *
     * @param code stable, in upper snake case
     * @param field the input field at fault, or null
     * @param message one sentence for the client, without personal data
     * @throws IllegalArgumentException if the code is not in upper snake case
     */
    protected CodedException(String code, @Nullable String field, String message) {
        super(message, null, false, false);
        if (!UPPER_SNAKE_CASE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not an upper snake case code: " + code);
        }
        this.code = code;
        this.field = field;
    }

    /** Names a failure of no single field; see {@link #CodedException(String, String, String)}. */
    protected CodedException(String code, String message) {
        this(code, null, message);
    }

    @Override
    public final String code() {
        return code;
    }

    @Override
    public final @Nullable String field() {
        return field;
    }
}
