package io.clientele.gateway.federation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.clientele.gateway.access.Admission;
import io.clientele.gateway.execute.Question;
import io.clientele.gateway.operation.DocumentReader;
import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.operation.OperationReader;
import io.clientele.gateway.plan.Planner;
import io.clientele.gateway.plan.QueryPlan;
import io.clientele.gateway.supergraph.Supergraph;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import graphql.language.Document;
import graphql.language.OperationDefinition;

/**
 * Plans requests, and keeps documents and plans.
 *
 * <p>A plan holds for a document, an operation of it, the values of the variables that decide what is asked, and the
 * caller's scopes.
 */
final class Plans {

    /** The characters of a document as people write them: of longer ones fewer are kept. */
    private static final long COMMON_LENGTH = 1_000;

    private record DocumentKey(String query, @Nullable String operationName) {}

    /** A document that was read, the operation that is meant, and the variables that decide what it asks. */
    private record Known(Document document, OperationDefinition operation, Set<String> conditions) {}

    private record PlanKey(DocumentKey document, Map<String, Object> conditions, Set<String> scopes) {}

    /**
     * A request's plan, and what it is carried out with.
     *
     * @param coerced the request's variables as the operation takes them
     */
    record Planned(
            QueryPlan plan,
            Question question,
            Document document,
            OperationDefinition operation,
            Map<String, Object> coerced) {}

    private final DocumentReader documents;
    private final OperationReader operations;
    private final Admission admission;
    private final Planner planner;
    private final Cache<DocumentKey, Known> known;
    private final Cache<PlanKey, QueryPlan> plans;

    Plans(Supergraph supergraph, Limits limits, InstantSource clock) {
        this.documents = new DocumentReader(supergraph, limits.operation());
        this.operations = new OperationReader(supergraph);
        this.admission = new Admission(supergraph);
        this.planner = new Planner(supergraph, clock, limits.planning());
        this.known = Caffeine.newBuilder()
                .maximumWeight(limits.plans() * COMMON_LENGTH)
                .weigher((DocumentKey key, Known value) -> weight(key))
                .recordStats()
                .build();
        this.plans = Caffeine.newBuilder()
                .maximumWeight(limits.plans() * COMMON_LENGTH)
                .weigher((PlanKey key, QueryPlan value) -> weight(key.document))
                .recordStats()
                .build();
    }

    /**
     * The plan of a request, for what its caller may see.
     *
     * @throws io.clientele.gateway.operation.RefusedOperationException if it cannot be carried out as it is
     * @throws io.clientele.gateway.resolution.PlanningTimeoutException if it takes too long to plan
     */
    Planned of(GatewayRequest request) {
        DocumentKey key = new DocumentKey(request.query(), request.operationName());
        Known meant = known.get(key, this::read);
        Map<String, Object> coerced = operations.coerced(meant.operation, request.variables());
        Map<String, Object> conditions = new TreeMap<>(coerced);
        conditions.keySet().retainAll(meant.conditions);
        QueryPlan plan = plans.get(
                new PlanKey(key, conditions, admission.relevant(request.scopes())), wanted -> plan(wanted, meant));
        Question question = new Question(request.variables(), request.headers());
        return new Planned(plan, question, meant.document, meant.operation, coerced);
    }

    /** The stages of planning a request for a caller who may see everything; see {@link #of}. */
    String stages(GatewayRequest request) {
        Known meant = known.get(new DocumentKey(request.query(), request.operationName()), this::read);
        Map<String, Object> coerced = operations.coerced(meant.operation, request.variables());
        return planner.stages(operations.read(meant.document, meant.operation, coerced));
    }

    private QueryPlan plan(PlanKey key, Known meant) {
        Operation asked = operations.read(meant.document, meant.operation, key.conditions);
        return planner.plan(admission.admit(asked, key.scopes));
    }

    /** Tells how often documents and plans are found, as {@code cache_gets_total} of the caches of these names. */
    void measure(MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, known, "documents");
        CaffeineCacheMetrics.monitor(meters, plans, "plans");
    }

    /** Whether a request costs no planning. */
    boolean keeps(GatewayRequest request) {
        DocumentKey key = new DocumentKey(request.query(), request.operationName());
        // Looked up as maps, which is no try that the caches count: whoever asks this asks for the plan next.
        Known meant = known.asMap().get(key);
        // Where variables decide, they would have to be coerced to know: that may as well be done elsewhere.
        if (meant == null || !meant.conditions.isEmpty()) {
            return false;
        }
        QueryPlan plan = plans.asMap().get(new PlanKey(key, Map.of(), admission.relevant(request.scopes())));
        // To describe the schema computes as much as to plan.
        return plan != null && plan.operation().introspection().isEmpty();
    }

    /** What is kept of a document grows with its text; nothing weighs nothing. */
    private static int weight(DocumentKey key) {
        return key.query.length() + 100;
    }

    private Known read(DocumentKey key) {
        Document document = documents.read(key.query);
        return new Known(
                document, operations.choose(document, key.operationName), OperationReader.conditions(document));
    }
}
