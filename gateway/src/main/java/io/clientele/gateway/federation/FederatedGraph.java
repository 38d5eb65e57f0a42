package io.clientele.gateway.federation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.Answer;
import io.clientele.gateway.execute.AnswerError;
import io.clientele.gateway.execute.Executor;
import io.clientele.gateway.execute.SubgraphTransport;
import io.clientele.gateway.operation.RefusedOperationException;
import io.clientele.gateway.plan.UnresolvableException;
import io.clientele.gateway.resolution.PlanningTimeoutException;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.Field;

/** A supergraph with its subgraphs, ready to be asked; safe to share between threads. */
public final class FederatedGraph {

    private final Supergraph supergraph;
    private final Plans plans;
    private final Executor executor;
    private final Introspection introspection;

    private FederatedGraph(Supergraph supergraph, SubgraphTransport transport, Limits limits) {
        this.supergraph = supergraph;
        this.plans = new Plans(supergraph, limits, InstantSource.system());
        this.executor = new Executor(supergraph, transport);
        this.introspection = new Introspection(supergraph.publicSchema());
    }

    /**
     * Reads a supergraph schema.
     *
     * @throws io.clientele.gateway.supergraph.MalformedSupergraphException if it cannot be served
     */
    public static FederatedGraph of(String supergraphSdl, SubgraphTransport transport, Limits limits) {
        return new FederatedGraph(Supergraph.parse(supergraphSdl), transport, limits);
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /**
     * Answers a request.
     *
     * @return the answer, whatever went wrong with the request or the subgraphs; completed exceptionally only by a fault of
     *     the gateway itself
     */
    public CompletionStage<GatewayAnswer> answer(GatewayRequest request) {
        Plans.Planned planned;
        try {
            planned = plans.of(request);
        } catch (RefusedOperationException refused) {
            return CompletableFuture.completedFuture(refusal(refused));
        } catch (PlanningTimeoutException timeout) {
            return CompletableFuture.completedFuture(refusal("GRAPHQL_LIMIT", String.valueOf(timeout.getMessage())));
        } catch (UnresolvableException unresolvable) {
            return CompletableFuture.completedFuture(
                    refusal("SUPERGRAPH_UNSATISFIABLE", String.valueOf(unresolvable.getMessage())));
        }
        return executor.execute(planned.plan(), planned.question())
                .thenApply(answer -> withIntrospection(answer, planned));
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

    private GatewayAnswer withIntrospection(Answer answer, Plans.Planned planned) {
        List<Map<String, Object>> errors = new ArrayList<>();
        answer.errors().stream().map(AnswerError::toMap).forEach(errors::add);
        List<Field> asked = planned.plan().operation().introspection();
        if (asked.isEmpty() || answer.data() == null) {
            return new GatewayAnswer(true, answer.data(), errors);
        }
        ExecutionResult result =
                introspection.answer(asked, planned.document(), planned.operation(), planned.coerced());
        result.getErrors().stream().map(GraphQLError::toSpecification).forEach(errors::add);
        Map<String, Object> data = new LinkedHashMap<>(answer.data());
        Map<String, Object> described = result.getData();
        if (described != null) {
            data.putAll(described);
        }
        return new GatewayAnswer(true, data, errors);
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
