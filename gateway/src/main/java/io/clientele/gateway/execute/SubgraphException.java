package io.clientele.gateway.execute;

/** A subgraph that gives no answer of GraphQL. */
public final class SubgraphException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why there is no answer; the names are stable codes. */
    public enum Code {
        /** It cannot be reached, or was failing so often that it isn't asked for a while. */
        SUBGRAPH_UNAVAILABLE,
        /** It did not answer in time. */
        SUBGRAPH_TIMEOUT,
        /** It answers something that is no answer to the request. */
        SUBGRAPH_ANSWER_MALFORMED,
        /** It says that the caller isn't known to it. */
        UNAUTHENTICATED
    }

    private final Code code;

    /** Names the failure, in one sentence for the client: without addresses. */
    public SubgraphException(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
