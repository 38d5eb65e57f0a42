package io.clientele.gateway.execute;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.plan.QueryPlan;
import io.clientele.gateway.supergraph.Supergraph;

/** Carries plans out; safe to share between threads. */
public final class PlanExecutor {

    private final Supergraph supergraph;
    private final SubgraphTransport transport;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Prepares to carry plans out.
     *
     * @param patience how long after the beginning subgraphs are still asked
     */
    public PlanExecutor(Supergraph supergraph, SubgraphTransport transport, InstantSource clock, Duration patience) {
        this.supergraph = supergraph;
        this.transport = transport;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Carries a plan out.
     *
     * @param wanted whether somebody still waits for the answer; once not, no further subgraph is asked
     * @return the answer; completed exceptionally by an {@link AnswerTooLargeException}, or a fault of the gateway itself
     */
    public CompletionStage<Answer> execute(QueryPlan plan, Question question, BooleanSupplier wanted) {
        return new Execution(
                        plan,
                        question,
                        new WhileWanted(
                                transport, wanted, clock, clock.instant().plus(patience)))
                .run()
                .thenApply(joined -> {
                    Map<String, Object> data = new Projection(
                                    supergraph, new Answerers(plan.fetches()), joined.errors())
                            .of(plan.operation().selections(), joined.data());
                    List<AnswerError> errors = joined.errors().told().stream()
                            .map(error -> located(error, plan.operation().selections()))
                            .toList();
                    return new Answer(data, errors);
                });
    }

    /** The error at what the client asked for: below that, the path would name fields that only subgraphs need. */
    private static AnswerError located(AnswerError error, Selections asked) {
        List<Object> path = error.path();
        if (path == null) {
            return error;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i) instanceof String key) {
                if (!asked.keysAt(keys).contains(key)) {
                    return error.at(path.subList(0, i));
                }
                keys.add(key);
            }
        }
        return error;
    }
}
