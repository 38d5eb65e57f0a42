package io.clientele.gateway.supergraph;

/** A supergraph schema that cannot be served; the message says what is wrong with it, for the one who composed it. */
public final class MalformedSupergraphException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedSupergraphException(String message) {
        super("The supergraph schema cannot be used: " + message);
    }

    MalformedSupergraphException(String message, Throwable cause) {
        super("The supergraph schema cannot be used: " + message, cause);
    }
}
