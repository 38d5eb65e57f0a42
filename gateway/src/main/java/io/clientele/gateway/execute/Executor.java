package io.clientele.gateway.execute;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.clientele.gateway.plan.QueryPlan;
import io.clientele.gateway.supergraph.Supergraph;

/** Carries plans out; safe to share between threads. */
public final class Executor {

    private final Supergraph supergraph;
    private final SubgraphTransport transport;

    public Executor(Supergraph supergraph, SubgraphTransport transport) {
        this.supergraph = supergraph;
        this.transport = transport;
    }

    /**
     * Carries a plan out.
     *
     * @param wanted whether somebody still waits for the answer; once not, no further subgraph is asked
     * @return the answer; completed exceptionally by an {@link AnswerTooLargeException}, or a fault of the gateway itself
     */
    public CompletionStage<Answer> execute(QueryPlan plan, Question question, BooleanSupplier wanted) {
        return new Execution(plan, question, new WhileWanted(transport, wanted))
                .run()
                .thenApply(joined -> {
                    Map<String, Object> data = new Projection(supergraph, joined.errors())
                            .of(plan.operation().selections(), joined.data());
                    return new Answer(data, joined.errors().told());
                });
    }
}
