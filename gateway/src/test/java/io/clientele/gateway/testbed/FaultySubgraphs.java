package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.execute.SubgraphTransport;

import graphql.ExecutionResult;
import graphql.GraphQLError;

/** The bed's subgraphs, of which some answer something else than they should. */
final class FaultySubgraphs implements SubgraphTransport {

    private final Bed bed;
    private final Map<String, UnaryOperator<SubgraphAnswer>> faults = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    FaultySubgraphs(Bed bed) {
        this.bed = bed;
    }

    /** Lets the subgraph answer what the fault makes of its answer, or fail with what the fault throws. */
    void when(String subgraph, UnaryOperator<SubgraphAnswer> fault) {
        faults.put(subgraph, fault);
    }

    /** The subgraphs that were asked, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        asked.add(request.subgraph());
        ExecutionResult result = bed.subgraph(request.subgraph()).answer(request.query(), request.variables());
        @Nullable Map<String, Object> data = result.getData();
        List<Map<String, Object>> errors =
                result.getErrors().stream().map(GraphQLError::toSpecification).toList();
        try {
            return CompletableFuture.completedFuture(
                    faults.getOrDefault(request.subgraph(), answer -> answer).apply(new SubgraphAnswer(data, errors)));
        } catch (SubgraphException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** The answer's data with other entities. */
    static Map<String, Object> entities(SubgraphAnswer answer, UnaryOperator<List<Object>> change) {
        Map<String, Object> data = new HashMap<>(Objects.requireNonNull(answer.data()));
        data.computeIfPresent("_entities", (key, entities) -> change.apply(List.copyOf((List<?>) entities)));
        return data;
    }
}
