package io.clientele.gateway.subgraph;

/** A try that another one may make good: no connection came about or it broke, or a proxy says so by 502, 503 or 504. */
final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreachableException(String message) {
        super(message, null, false, false);
    }
}
