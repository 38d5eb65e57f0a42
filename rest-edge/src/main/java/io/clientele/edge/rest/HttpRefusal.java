package io.clientele.edge.rest;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedException;

/** Why a plain HTTP request is not answered, with its status. */
public final class HttpRefusal extends CodedException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** Names the failure; see {@link CodedException#CodedException(String, String, String)}. */
    public HttpRefusal(int status, String code, @Nullable String field, String message) {
        super(code, field, message);
        this.status = status;
    }

    /**
     * The whole number in a request's text.
     *
     * @throws HttpRefusal {@code INVALID_VALUE} if it is none from {@code least}, 0 or more, to {@code most}
     */
    public static long whole(String field, @Nullable String text, long least, long most) {
        // Longer ones are out of range, and might not fit.
        boolean digits = text != null && text.matches("\\d{1,9}");
        long number = digits ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new HttpRefusal(
                    400, "INVALID_VALUE", field, field + " is a whole number from " + least + " to " + most);
        }
        return number;
    }

    int status() {
        return status;
    }
}
