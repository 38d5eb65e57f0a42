package io.clientele.gateway.operation;

import java.util.List;

import graphql.GraphQLError;
import graphql.language.SourceLocation;

/** An operation that is not carried out, with every reason. */
public final class RefusedOperationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why an operation is refused; the names are stable codes. */
    public enum Code {
        /** The document does not parse. */
        GRAPHQL_SYNTAX,
        /** The document or its variables do not fit the schema. */
        GRAPHQL_VALIDATION,
        /** The document is deeper or larger than allowed. */
        GRAPHQL_LIMIT
    }

    /**
     * One reason.
     *
     * @param message what is wrong, for the one who wrote the operation
     * @param locations where in the document; empty if nowhere in particular
     */
    public record Reason(String message, List<SourceLocation> locations) {
        public Reason {
            locations = List.copyOf(locations);
        }

        static Reason of(GraphQLError error) {
            return new Reason(error.getMessage(), error.getLocations() == null ? List.of() : error.getLocations());
        }
    }

    private final Code code;
    private final transient List<Reason> reasons;

    RefusedOperationException(Code code, List<Reason> reasons) {
        super(code + ": " + reasons, null, false, false);
        this.code = code;
        this.reasons = List.copyOf(reasons);
    }

    RefusedOperationException(Code code, String message) {
        this(code, List.of(new Reason(message, List.of())));
    }

    public Code code() {
        return code;
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
