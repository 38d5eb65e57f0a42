package io.clientele.gateway.federation;

import java.time.Duration;

import io.clientele.gateway.operation.OperationLimits;

/**
 * How much one request, and what is kept of requests, may take.
 *
 * @param operation how large an operation may be
 * @param planning how long planning it may take
 * @param answering how long after that subgraphs are still asked
 * @param plans how many plans are kept
 * @param introspection whether clients may ask for the schema
 */
public record Limits(
        OperationLimits operation, Duration planning, Duration answering, int plans, boolean introspection) {

    private static final Duration PLANNING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int PLANS = 1_000;

    public Limits {
        if (!planning.isPositive() || !answering.isPositive() || plans < 1) {
            throw new IllegalArgumentException("Limits must be positive.");
        }
    }

    public static Limits defaults() {
        return new Limits(OperationLimits.DEFAULT, PLANNING, ANSWERING, PLANS, true);
    }
}
