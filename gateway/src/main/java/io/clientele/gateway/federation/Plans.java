package io.clientele.gateway.federation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.clientele.gateway.operation.DocumentReader;
import io.clientele.gateway.operation.OperationReader;
import io.clientele.gateway.plan.Planner;
import io.clientele.gateway.plan.QueryPlan;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.language.Document;
import graphql.language.OperationDefinition;

/**
 * Plans requests, and keeps documents and plans.
 *
 * <p>A plan holds for a document, an operation of it, and the values of the variables that decide what is asked.
 */
final class Plans {

    private record DocumentKey(String query, @Nullable String operationName) {}

    /** A document that was read, the operation that is meant, and the variables that decide what it asks. */
    private record Known(Document document, OperationDefinition operation, Set<String> conditions) {}

    private record PlanKey(DocumentKey document, Map<String, Object> conditions) {}

    /**
     * A plan, and what it is a plan of.
     *
     * @param coerced the request's variables as the operation takes them
     */
    record Planned(QueryPlan plan, Document document, OperationDefinition operation, Map<String, Object> coerced) {}

    private final DocumentReader documents;
    private final OperationReader operations;
    private final Planner planner;
    private final Cache<DocumentKey, Known> known;
    private final Cache<PlanKey, QueryPlan> plans;

    Plans(Supergraph supergraph, Limits limits, InstantSource clock) {
        this.documents = new DocumentReader(supergraph, limits.operation());
        this.operations = new OperationReader(supergraph);
        this.planner = new Planner(supergraph, clock, limits.planning());
        this.known = Caffeine.newBuilder().maximumSize(limits.plans()).build();
        this.plans = Caffeine.newBuilder().maximumSize(limits.plans()).build();
    }

    /**
     * The plan of a request.
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
                new PlanKey(key, conditions),
                wanted -> planner.plan(operations.read(meant.document, meant.operation, wanted.conditions)));
        return new Planned(plan, meant.document, meant.operation, coerced);
    }

    private Known read(DocumentKey key) {
        Document document = documents.read(key.query);
        return new Known(
                document, operations.choose(document, key.operationName), OperationReader.conditions(document));
    }
}
