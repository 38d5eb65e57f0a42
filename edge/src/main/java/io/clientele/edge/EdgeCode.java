package io.clientele.edge;

/** The codes that the edge of a service or of the gateway itself gives; every other code belongs to a feature's {@link CodedFailure}. */
public enum EdgeCode {
    /** No token, or one that is expired, forged, or of another issuer. */
    UNAUTHENTICATED,
    /** A valid token without the role that the field asks for. */
    FORBIDDEN,
    /** The HTTP request is not a GraphQL request. */
    REQUEST_MALFORMED,
    /** The HTTP request's body is over the limit. */
    REQUEST_TOO_LARGE,
    /** The document does not parse. */
    GRAPHQL_SYNTAX,
    /** The document or its variables do not fit the schema. */
    GRAPHQL_VALIDATION,
    /** The document is deeper or larger, or asks more often for the schema, than the service allows. */
    GRAPHQL_LIMIT,
    /** More requests come at one time than are taken; try again. */
    OVERLOADED,
    /** A fault of ours; the log has it. */
    INTERNAL
}
