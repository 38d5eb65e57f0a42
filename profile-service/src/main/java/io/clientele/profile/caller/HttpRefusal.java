package io.clientele.profile.caller;

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

    int status() {
        return status;
    }
}
