package io.clientele.gateway.plan;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.FieldSets;
import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.resolution.Budget;
import io.clientele.gateway.resolution.ObjectResolution;
import io.clientele.gateway.resolution.Search;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;
import io.clientele.gateway.supergraph.Supergraph;

/** Plans operations on one supergraph; safe to share between threads. */
public final class Planner {

    private final Supergraph supergraph;
    private final FieldSets fieldSets;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Prepares to plan.
     *
     * @param patience how long planning one operation may take
     */
    public Planner(Supergraph supergraph, InstantSource clock, Duration patience) {
        this.supergraph = supergraph;
        this.fieldSets = new FieldSets(supergraph);
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Plans an operation.
     *
     * @throws io.clientele.gateway.resolution.PlanningTimeoutException if it takes too long
     * @throws UnresolvableException if no subgraph answers a field
     */
    public QueryPlan plan(Operation operation) {
        Budget budget = new Budget(clock, patience);
        return plan(operation, resolutions(operation, budget), budget);
    }

    /**
     * What planning an operation comes to, stage by stage, for people to read.
     *
     * @throws io.clientele.gateway.resolution.PlanningTimeoutException if it takes too long
     * @throws UnresolvableException if no subgraph answers a field
     */
    public String stages(Operation operation) {
        Budget budget = new Budget(clock, patience);
        List<ObjectResolution> resolutions = resolutions(operation, budget);
        String answered = resolutions.stream().map(ObjectResolution::toString).collect(Collectors.joining("then\n"));
        return "Asked\n\n" + operation.selections() + "\nAnswered by\n\n" + answered + "\nRequests\n\n"
                + plan(operation, resolutions, budget);
    }

    private QueryPlan plan(Operation operation, List<ObjectResolution> resolutions, Budget budget) {
        Shape shape = Shape.of(operation.selections());
        List<FetchDraft> drafts = new ArrayList<>();
        List<FetchDraft> previous = List.of();
        for (ObjectResolution resolution : resolutions) {
            Assembly assembly = new Assembly(supergraph, budget);
            assembly.root(operation.selections().type(), resolution, shape);
            for (FetchDraft draft : assembly.drafts()) {
                draft.after().addAll(previous);
            }
            if (!assembly.drafts().isEmpty()) { // __typename asks nobody, and those after it wait for those before it
                previous = assembly.drafts();
            }
            drafts.addAll(assembly.drafts());
        }
        MergeTwins.apply(drafts);
        return new QueryPlan(operation, UniteBranches.apply(written(drafts, operation)));
    }

    /** How the operation's root fields are resolved: together, or one after the other. */
    private List<ObjectResolution> resolutions(Operation operation, Budget budget) {
        Search search = new Search(supergraph, fieldSets, budget);
        CompositeType root = operation.selections().type();
        List<FieldSelection> fields = operation.selections().permitted().of(root);
        return switch (operation.kind()) {
            case QUERY -> List.of(resolved(search, root, fields));
            case MUTATION -> inOrder(search, root, fields);
        };
    }

    /** Each field with all that is below it before the next; neighbours that one request answers are one request. */
    private static List<ObjectResolution> inOrder(Search search, CompositeType root, List<FieldSelection> fields) {
        List<ObjectResolution> resolutions = new ArrayList<>();
        List<FieldSelection> neighbours = new ArrayList<>();
        Subgraph shared = null;
        for (FieldSelection field : fields) {
            Subgraph only = onlySubgraph(resolved(search, root, List.of(field)));
            if (!neighbours.isEmpty() && (only == null || !only.equals(shared))) {
                resolutions.add(resolved(search, root, List.copyOf(neighbours)));
                neighbours.clear();
            }
            neighbours.add(field);
            shared = only;
        }
        resolutions.add(resolved(search, root, List.copyOf(neighbours)));
        return resolutions;
    }

    /** The subgraph that answers all of it with one request; null if it takes more. */
    private static @Nullable Subgraph onlySubgraph(ObjectResolution resolution) {
        return resolution.hops().size() == 1
                        && resolution.hops().getFirst().answer().cost().fetches() == 0
                ? resolution.hops().getFirst().target()
                : null;
    }

    private static ObjectResolution resolved(Search search, CompositeType root, List<FieldSelection> fields) {
        ObjectResolution resolution = search.root(root, fields);
        if (!resolution.missing().isEmpty()) {
            throw new UnresolvableException(root, resolution.missing());
        }
        return resolution;
    }

    private static List<Fetch> written(List<FetchDraft> drafts, Operation operation) {
        Map<FetchDraft, Integer> ids = new HashMap<>();
        List<Fetch> fetches = new ArrayList<>();
        Set<FetchDraft> open = new LinkedHashSet<>(drafts);
        while (!open.isEmpty()) {
            FetchDraft next = open.stream()
                    .filter(draft -> ids.keySet().containsAll(draft.after()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("requests wait for one another in a circle"));
            open.remove(next);
            fetches.add(written(next, ids, operation));
            ids.put(next, ids.size());
        }
        return fetches;
    }

    private static Fetch written(FetchDraft draft, Map<FetchDraft, Integer> ids, Operation operation) {
        OperationText text = new OperationText(draft, operation);
        String document = text.document();
        Fetch.Request request = new Fetch.Request(
                ids.size(),
                draft.subgraph().name(),
                draft.path(),
                draft.after().stream().map(ids::get).collect(Collectors.toSet()),
                document,
                text.variables(),
                text.renamed(),
                keys(draft, operation));
        return draft.isRoot()
                ? new Fetch.RootFetch(request)
                : new Fetch.EntityFetch(request, text.variable(), draft.representations());
    }

    /** The response keys of a draft that the client asked for, and are not there for other requests. */
    private static Set<String> keys(FetchDraft draft, Operation operation) {
        Set<String> keys = new LinkedHashSet<>();
        draft.levels()
                .values()
                .forEach(level -> level.byObject().values().forEach(nodes -> keys.addAll(nodes.keySet())));
        keys.retainAll(operation
                .selections()
                .keysAt(draft.path().stream().map(Step::key).toList()));
        return keys;
    }
}
