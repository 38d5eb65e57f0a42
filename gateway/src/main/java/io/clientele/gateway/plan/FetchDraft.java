package io.clientele.gateway.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/** A request that is still being put together. Compared by identity. */
final class FetchDraft {

    private final Subgraph subgraph;
    private final List<Step> path;
    private final boolean root;
    private final Map<CompositeType, Level> levels = new LinkedHashMap<>();
    private final Map<String, Representation> representations = new LinkedHashMap<>();
    private final Set<FetchDraft> after = new LinkedHashSet<>();

    private FetchDraft(Subgraph subgraph, List<Step> path, boolean root) {
        this.subgraph = subgraph;
        this.path = List.copyOf(path);
        this.root = root;
    }

    static FetchDraft ofRoot(Subgraph subgraph, List<Step> path) {
        return new FetchDraft(subgraph, path, true);
    }

    static FetchDraft ofEntities(Subgraph subgraph, List<Step> path) {
        return new FetchDraft(subgraph, path, false);
    }

    Subgraph subgraph() {
        return subgraph;
    }

    List<Step> path() {
        return path;
    }

    /** Whether it asks fields of a root type. */
    boolean isRoot() {
        return root;
    }

    /** What it asks, by the type as which the subgraph knows the object. */
    Map<CompositeType, Level> levels() {
        return levels;
    }

    Level level(CompositeType entity) {
        return levels.computeIfAbsent(entity, type -> new Level(type, subgraph));
    }

    Map<String, Representation> representations() {
        return representations;
    }

    void tell(String object, Representation representation) {
        representations.merge(object, representation, Representation::and);
    }

    /** The drafts whose answers it needs. */
    Set<FetchDraft> after() {
        return after;
    }

    /** Whether it needs another's answer, directly or through others. */
    boolean dependsOn(FetchDraft other) {
        Set<FetchDraft> seen = new HashSet<>();
        Deque<FetchDraft> open = new ArrayDeque<>(after);
        while (!open.isEmpty()) {
            FetchDraft draft = open.pop();
            if (draft == other) {
                return true;
            }
            if (seen.add(draft)) {
                open.addAll(draft.after);
            }
        }
        return false;
    }
}
