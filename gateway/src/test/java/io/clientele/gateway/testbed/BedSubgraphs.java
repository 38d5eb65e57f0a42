package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.execute.SubgraphTransport;

import graphql.ExecutionResult;
import graphql.GraphQLError;

/**
 * The bed's subgraphs as a gateway reaches them: answers come when {@link #settle} lets them, in any order, for a network keeps none.
 */
final class BedSubgraphs implements SubgraphTransport {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Bed bed;
    private final RandomGenerator random;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<SubgraphRequest> sent = new ArrayList<>();

    private record Waiting(SubgraphRequest request, CompletableFuture<SubgraphAnswer> answer) {}

    BedSubgraphs(Bed bed, RandomGenerator random) {
        this.bed = bed;
        this.random = random;
    }

    @Override
    public synchronized CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        Waiting call = new Waiting(request, new CompletableFuture<>());
        sent.add(request);
        waiting.add(call);
        return call.answer();
    }

    /** Answers calls one at a time until the gateway has its answer. */
    <T> T settle(CompletionStage<T> stage) {
        CompletableFuture<T> answer = stage.toCompletableFuture();
        long deadline = System.nanoTime() + PATIENCE;
        while (!answer.isDone() && System.nanoTime() < deadline) {
            answerOne();
        }
        if (!answer.isDone()) {
            throw new IllegalStateException("The gateway waits for nothing, after " + sent);
        }
        return answer.join();
    }

    private void answerOne() {
        Waiting next = take();
        if (next == null) {
            Thread.onSpinWait();
            return;
        }
        SubgraphRequest request = next.request();
        next.answer().complete(answer(bed.subgraph(request.subgraph()).answer(request.query(), request.variables())));
    }

    private synchronized @Nullable Waiting take() {
        return waiting.isEmpty() ? null : waiting.remove(random.nextInt(waiting.size()));
    }

    private static SubgraphAnswer answer(ExecutionResult result) {
        Map<String, Object> data = result.getData();
        return new SubgraphAnswer(
                data,
                result.getErrors().stream().map(GraphQLError::toSpecification).toList());
    }

    /** The requests since the last call, in order. */
    synchronized List<SubgraphRequest> sent() {
        List<SubgraphRequest> all = List.copyOf(sent);
        sent.clear();
        return all;
    }
}
