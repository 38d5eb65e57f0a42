package io.clientele.gateway.plan;

import java.util.List;

import io.clientele.gateway.operation.Operation;

/**
 * How an operation is answered.
 *
 * @param operation what is asked
 * @param fetches the requests to subgraphs, each after all that it waits for
 */
public record QueryPlan(Operation operation, List<Fetch> fetches) {
    public QueryPlan {
        fetches = List.copyOf(fetches);
    }

    /** The plan in words: one paragraph a request. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
