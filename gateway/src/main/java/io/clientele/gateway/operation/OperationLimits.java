package io.clientele.gateway.operation;

/**
 * How large an operation may be before it is planned.
 *
 * @param tokens the most tokens of a document
 * @param depth the most fields within one another, fragments counted where they are used
 * @param aliases the most aliases, fragments counted where they are used
 * @param fields the most fields, fragments counted where they are used
 */
public record OperationLimits(int tokens, int depth, int aliases, int fields) {

    /** Ample for what people write; GraphiQL's introspection query has a depth of 15. */
    public static final OperationLimits DEFAULT = new OperationLimits(15_000, 30, 200, 10_000);

    public OperationLimits {
        if (tokens < 1 || depth < 1 || aliases < 0 || fields < 1) {
            throw new IllegalArgumentException("Limits of operations must be positive.");
        }
    }
}
