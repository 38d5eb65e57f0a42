package io.clientele.gateway.federation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.Answer;
import io.clientele.gateway.execute.AnswerError;
import io.clientele.gateway.execute.AnswerTooLargeException;
import io.clientele.gateway.execute.PlanExecutor;
import io.clientele.gateway.execute.StageFailure;
import io.clientele.gateway.execute.SubgraphTransport;
import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.operation.RefusedOperationException;
import io.clientele.gateway.plan.UnresolvableException;
import io.clientele.gateway.resolution.PlanningTimeoutException;
import io.clientele.gateway.supergraph.Supergraph;
import io.micrometer.core.instrument.MeterRegistry;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.Field;
import graphql.language.OperationDefinition;

/** A supergraph with its subgraphs, ready to be asked; safe to share between threads. */
public final class FederatedGraph {

    private static final ExecutionResult NOTHING =
            ExecutionResult.newExecutionResult().data(Map.of()).build();

    private final Supergraph supergraph;
    private final Plans plans;
    private final PlanExecutor executor;
    private final Introspection introspection;
    private final boolean describable;

    private FederatedGraph(Supergraph supergraph, SubgraphTransport transport, Limits limits) {
        this.supergraph = supergraph;
        InstantSource clock = InstantSource.system();
        this.plans = new Plans(supergraph, limits, clock);
        this.executor = new PlanExecutor(supergraph, transport, clock, limits.answering());
        this.introspection = new Introspection(supergraph.publicSchema());
        this.describable = limits.introspection();
    }

    /**
     * Reads a supergraph schema.
     *
     * @throws io.clientele.gateway.supergraph.MalformedSupergraphException if it cannot be served
     */
    public static FederatedGraph of(String supergraphSdl, SubgraphTransport transport, Limits limits) {
        return of(Supergraph.parse(supergraphSdl), transport, limits);
    }

    /** Serves a supergraph schema that was read before. */
    public static FederatedGraph of(Supergraph supergraph, SubgraphTransport transport, Limits limits) {
        return new FederatedGraph(supergraph, transport, limits);
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /**
     * Answers a request; plans it at once, which takes the calling thread's time.
     *
     * @return the answer, whatever went wrong with the request or the subgraphs; completed exceptionally only by a fault of
     *     the gateway itself
     */
    public CompletionStage<GatewayAnswer> answer(GatewayRequest request) {
        return answerAtOnce(request, () -> true);
    }

    /**
     * Answers a request, as {@link #answer(GatewayRequest)} does, without keeping the calling thread from its work.
     *
     * @param wanted whether somebody still waits for the answer; once not, no further subgraph is asked
     * @param planning where it is planned if its plan isn't kept from before
     * @param asking where the subgraphs are then asked from
     */
    public CompletionStage<GatewayAnswer> answer(
            GatewayRequest request, BooleanSupplier wanted, Executor planning, Executor asking) {
        return plans.keeps(request)
                ? answerAtOnce(request, wanted)
                : CompletableFuture.supplyAsync(() -> prepare(request), planning)
                        .thenComposeAsync(prepared -> carryOut(prepared, wanted), asking);
    }

    /** A stage from the beginning, so that a fault completes the answer and does not escape from here. */
    private CompletionStage<GatewayAnswer> answerAtOnce(GatewayRequest request, BooleanSupplier wanted) {
        return CompletableFuture.completedFuture(request)
                .thenApply(this::prepare)
                .thenCompose(prepared -> carryOut(prepared, wanted));
    }

    /** Tells that registry how often documents and plans are found that were kept. */
    public void measure(MeterRegistry meters) {
        plans.measure(meters);
    }

    private Prepared prepare(GatewayRequest request) {
        try {
            Plans.Planned planned = plans.of(request);
            if (request.readOnly() && planned.operation().getOperation() == OperationDefinition.Operation.MUTATION) {
                return new Prepared.Refused(refusal(
                        GatewayAnswer.READ_ONLY, "A mutation changes something: it may not be asked for by GET."));
            }
            List<Field> described = planned.plan().operation().introspection();
            if (described.isEmpty()) {
                return new Prepared.Ready(planned, NOTHING);
            }
            return describable
                    ? new Prepared.Ready(
                            planned,
                            introspection.answer(described, planned.document(), planned.operation(), planned.coerced()))
                    : new Prepared.Refused(refusal("INTROSPECTION_OFF", "This gateway does not tell its schema."));
        } catch (RefusedOperationException refused) {
            return new Prepared.Refused(refusal(refused));
        } catch (PlanningTimeoutException timeout) {
            return new Prepared.Refused(refusal("GRAPHQL_LIMIT", String.valueOf(timeout.getMessage())));
        } catch (UnresolvableException unresolvable) {
            return new Prepared.Refused(refusal("SUPERGRAPH_UNSATISFIABLE", String.valueOf(unresolvable.getMessage())));
        }
    }

    private CompletionStage<GatewayAnswer> carryOut(Prepared prepared, BooleanSupplier wanted) {
        return switch (prepared) {
            case Prepared.Refused refused -> CompletableFuture.completedFuture(refused.answer());
            case Prepared.Ready(Plans.Planned planned, ExecutionResult description) ->
                executor.execute(planned.plan(), planned.question(), wanted)
                        .thenApply(answer ->
                                joined(answer, description, planned.plan().operation()))
                        .exceptionally(failure -> tooLarge(failure, planned));
        };
    }

    private static GatewayAnswer tooLarge(Throwable failure, Plans.Planned planned) {
        Throwable cause = StageFailure.cause(failure);
        if (cause instanceof AnswerTooLargeException tooLarge) {
            return new GatewayAnswer(
                    planned.plan().operation().kind(),
                    null,
                    List.of(error("ANSWER_TOO_LARGE", String.valueOf(tooLarge.getMessage()))));
        }
        throw new CompletionException(cause);
    }

    /** What becomes of a request before a subgraph is asked. */
    private sealed interface Prepared {

        /** To be carried out; what is asked about the schema is answered already. */
        record Ready(Plans.Planned planned, ExecutionResult description) implements Prepared {}

        record Refused(GatewayAnswer answer) implements Prepared {}
    }

    /**
     * What becomes of a request on its way to the subgraphs, stage by stage, for people to read: what is asked, who answers
     * what, and the requests that makes; as it is for a caller who may see everything.
     *
     * @throws RefusedOperationException if it is not carried out
     */
    public String explain(String query, @Nullable String operationName, Map<String, Object> variables) {
        return plans.stages(new GatewayRequest(query, operationName, variables));
    }

    private static GatewayAnswer joined(Answer answer, ExecutionResult description, Operation operation) {
        List<Map<String, Object>> errors = new ArrayList<>();
        answer.errors().stream().map(AnswerError::toMap).forEach(errors::add);
        description.getErrors().stream().map(FederatedGraph::coded).forEach(errors::add);
        Map<String, Object> described = description.getData();
        if (described == null || described.isEmpty() || answer.data() == null) {
            return new GatewayAnswer(operation.kind(), answer.data(), errors);
        }
        Map<String, Object> data = new LinkedHashMap<>(answer.data());
        data.putAll(described);
        return new GatewayAnswer(operation.kind(), data, errors);
    }

    /** What graphql-java says against a valid question about the schema: that it asks too much. */
    private static Map<String, Object> coded(GraphQLError tooMuch) {
        return error("GRAPHQL_LIMIT", tooMuch.getMessage());
    }

    private static GatewayAnswer refusal(RefusedOperationException refused) {
        return GatewayAnswer.refused(refused.reasons().stream()
                .map(reason -> {
                    Map<String, Object> error = error(refused.code().name(), reason.message());
                    if (!reason.locations().isEmpty()) {
                        error.put(
                                "locations",
                                reason.locations().stream()
                                        .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                                        .toList());
                    }
                    return error;
                })
                .toList());
    }

    private static GatewayAnswer refusal(String code, String message) {
        return GatewayAnswer.refused(List.of(error(code, message)));
    }

    private static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", Map.of("code", code));
        return error;
    }
}
