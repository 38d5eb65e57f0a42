package io.clientele.gateway.http;

import io.clientele.edge.EdgeCode;

/** An HTTP request that is no request of GraphQL, with the status that says so. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final EdgeCode code;

    RefusedRequestException(int status, EdgeCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RefusedRequestException malformed(String message) {
        return new RefusedRequestException(400, EdgeCode.REQUEST_MALFORMED, message);
    }

    int status() {
        return status;
    }

    EdgeCode code() {
        return code;
    }
}
