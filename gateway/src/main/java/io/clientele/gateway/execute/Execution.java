package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.plan.Fetch;
import io.clientele.gateway.plan.QueryPlan;

/**
 * One execution of a plan.
 *
 * <p>Answers arrive on any thread; they are joined one after the other.
 */
final class Execution {

    private final QueryPlan plan;
    private final Question question;
    private final SubgraphTransport transport;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<AnswerError> errors = new ArrayList<>();
    private final Set<Integer> started = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private final CompletableFuture<Joined> finished = new CompletableFuture<>();

    /**
     * What the subgraphs answered together.
     *
     * @param data all fields, those too that the client did not ask for
     * @param errors what failed
     */
    record Joined(Map<String, Object> data, List<AnswerError> errors) {}

    Execution(QueryPlan plan, Question question, SubgraphTransport transport) {
        this.plan = plan;
        this.question = question;
        this.transport = transport;
    }

    CompletionStage<Joined> run() {
        proceed();
        return finished;
    }

    private void proceed() {
        if (startReady()) {
            finished.complete(new Joined(data, errors));
        }
    }

    /**
     * Starts what nothing stands in the way of any more.
     *
     * @return whether nothing is left to wait for
     */
    private synchronized boolean startReady() {
        for (Fetch fetch : plan.fetches()) {
            if (done.containsAll(fetch.request().after())
                    && started.add(fetch.request().id())) {
                start(fetch);
            }
        }
        return done.size() == plan.fetches().size();
    }

    private void start(Fetch fetch) {
        FetchAnswer answer = switch (fetch) {
            case Fetch.RootFetch root ->
                new RootAnswer(root, Target.at(data, root.request().path()));
            case Fetch.EntityFetch entities ->
                new EntityAnswer(entities, Target.at(data, entities.request().path()));
        };
        if (answer.isVain()) {
            done.add(fetch.request().id());
            return;
        }
        transport
                .send(request(fetch, answer))
                .whenComplete((received, failure) -> finish(fetch, answer, received, failure));
    }

    private SubgraphRequest request(Fetch fetch, FetchAnswer answer) {
        Map<String, Object> own = new LinkedHashMap<>(answer.variables());
        for (String variable : fetch.request().variables()) {
            if (question.variables().containsKey(variable)) {
                own.put(variable, question.variables().get(variable));
            }
        }
        boolean changes = plan.operation().kind() == Operation.Kind.MUTATION
                && fetch instanceof Fetch.RootFetch
                && fetch.request().path().isEmpty();
        return new SubgraphRequest(
                fetch.request().subgraph(), fetch.request().document(), own, !changes, question.headers());
    }

    private void finish(
            Fetch fetch, FetchAnswer answer, @Nullable SubgraphAnswer received, @Nullable Throwable failure) {
        try {
            join(fetch, answer, received, failure);
            proceed();
        } catch (RuntimeException fault) {
            finished.completeExceptionally(fault); // or the client would wait for ever
        }
    }

    private synchronized void join(
            Fetch fetch, FetchAnswer answer, @Nullable SubgraphAnswer received, @Nullable Throwable failure) {
        try {
            errors.addAll(received == null ? answer.failed(subgraphException(failure)) : answer.join(received));
        } catch (SubgraphException malformed) {
            errors.addAll(answer.failed(malformed));
        }
        done.add(fetch.request().id());
    }

    private SubgraphException subgraphException(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SubgraphException known) {
            return known;
        }
        if (cause != null) {
            finished.completeExceptionally(cause); // a fault of ours: told as one
        }
        return new SubgraphException(SubgraphException.Code.SUBGRAPH_UNAVAILABLE, "The subgraph gives no answer.");
    }
}
