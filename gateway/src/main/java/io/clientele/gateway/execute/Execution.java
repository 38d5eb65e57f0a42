package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private final AnswerErrors errors = new AnswerErrors();
    private final Set<Integer> started = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private final CompletableFuture<Joined> finished = new CompletableFuture<>();

    /**
     * What the subgraphs answered together.
     *
     * @param data all fields, those too that the client did not ask for
     * @param errors what failed
     */
    record Joined(Map<String, Object> data, AnswerErrors errors) {}

    Execution(QueryPlan plan, Question question, SubgraphTransport transport) {
        this.plan = plan;
        this.question = question;
        this.transport = transport;
    }

    CompletionStage<Joined> run() {
        try {
            proceed();
        } catch (RuntimeException fault) {
            finished.completeExceptionally(fault);
        }
        return finished;
    }

    /** Sends what nothing stands in the way of any more; not under the lock, for an answer may be there at once. */
    private void proceed() {
        List<Ready> ready = ready();
        for (Ready one : ready) {
            transport.send(one.request).whenComplete((received, failure) -> finish(one, received, failure));
        }
        if (ready.isEmpty() && isDone()) {
            finished.complete(new Joined(data, errors));
        }
    }

    /** A request that can be sent, and what becomes of its answer. */
    private record Ready(Fetch fetch, FetchAnswer answer, SubgraphRequest request) {}

    private synchronized boolean isDone() {
        return done.size() == plan.fetches().size();
    }

    private synchronized List<Ready> ready() {
        List<Ready> ready = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) { // each after all that it waits for
            boolean startable = done.containsAll(fetch.request().after());
            if (startable && started.add(fetch.request().id())) {
                FetchAnswer answer = expected(fetch);
                if (answer.isVain()) {
                    done.add(fetch.request().id());
                } else {
                    ready.add(new Ready(fetch, answer, request(fetch, answer)));
                }
            }
        }
        return ready;
    }

    private FetchAnswer expected(Fetch fetch) {
        List<Target> targets = Target.at(data, fetch.request().path());
        return switch (fetch) {
            case Fetch.RootFetch root -> new RootAnswer(root, targets);
            case Fetch.EntityFetch entities -> new EntityAnswer(entities, targets);
        };
    }

    private SubgraphRequest request(Fetch fetch, FetchAnswer answer) {
        Map<String, Object> own = new LinkedHashMap<>();
        for (String variable : fetch.request().variables()) {
            if (question.variables().containsKey(variable)) {
                own.put(variable, question.variables().get(variable));
            }
        }
        own.putAll(answer.variables());
        boolean changes = plan.operation().kind() == Operation.Kind.MUTATION
                && fetch instanceof Fetch.RootFetch
                && fetch.request().path().isEmpty();
        return new SubgraphRequest(
                fetch.request().subgraph(), fetch.request().document(), own, !changes, question.headers());
    }

    private void finish(Ready one, @Nullable SubgraphAnswer received, @Nullable Throwable failure) {
        try {
            join(one, received, failure);
            proceed();
        } catch (RuntimeException fault) {
            finished.completeExceptionally(fault); // or the client would wait for ever
        }
    }

    private synchronized void join(Ready one, @Nullable SubgraphAnswer received, @Nullable Throwable failure) {
        FetchAnswer answer = one.answer;
        try {
            errors.addAll(received == null ? answer.failed(subgraphException(failure)) : answer.join(received));
        } catch (SubgraphException malformed) {
            errors.addAll(answer.failed(malformed));
        }
        done.add(one.fetch.request().id());
    }

    private SubgraphException subgraphException(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : StageFailure.cause(failure);
        if (cause instanceof SubgraphException known) {
            return known;
        }
        if (cause != null) {
            finished.completeExceptionally(cause); // a fault of ours: told as one
        }
        return new SubgraphException(SubgraphException.Code.SUBGRAPH_UNAVAILABLE, "The subgraph gives no answer.");
    }
}
