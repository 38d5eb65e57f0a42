package io.clientele.gateway.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Makes one request of those that differ only in the type of an object on their way: what is asked of the author of a book
 * and of the author of a film is asked of both.
 */
final class UniteBranches {

    private UniteBranches() {}

    static List<Fetch> apply(List<Fetch> fetches) {
        List<Fetch> united = new ArrayList<>();
        Map<Integer, Integer> ids = new LinkedHashMap<>();
        for (Fetch original : fetches) {
            Fetch fetch = renumbered(original, united.size(), ids);
            int twin = -1;
            for (int i = 0; i < united.size() && twin < 0; i++) {
                List<Step> path = path(united.get(i), fetch);
                if (path != null) {
                    united.set(i, united.get(i).with(united.get(i).request().at(path)));
                    twin = i;
                }
            }
            ids.put(original.request().id(), twin < 0 ? united.size() : twin);
            if (twin < 0) {
                united.add(fetch);
            }
        }
        return united;
    }

    private static Fetch renumbered(Fetch fetch, int id, Map<Integer, Integer> ids) {
        Set<Integer> after = fetch.request().after().stream().map(ids::get).collect(Collectors.toSet());
        return fetch.with(fetch.request().numbered(id, after));
    }

    /** The path of both, if they are alike but for the types at one step; null otherwise. */
    private static @Nullable List<Step> path(Fetch one, Fetch other) {
        boolean alike = one.request().subgraph().equals(other.request().subgraph())
                && one.request().document().equals(other.request().document())
                && one.request().after().equals(other.request().after())
                && one instanceof Fetch.EntityFetch(var request, var variable, var told)
                && other instanceof Fetch.EntityFetch(var theirRequest, var theirVariable, var theirs)
                && told.equals(theirs);
        List<Step> some = one.request().path();
        List<Step> others = other.request().path();
        if (!alike || some.size() != others.size()) {
            return null;
        }
        List<Step> united = new ArrayList<>();
        int differing = 0;
        for (int i = 0; i < some.size(); i++) {
            Step step = some.get(i);
            Step theirs = others.get(i);
            if (!step.key().equals(theirs.key())
                    || step.of().isEmpty() != theirs.of().isEmpty()) {
                return null;
            }
            differing += step.equals(theirs) ? 0 : 1;
            Set<String> both = new HashSet<>(step.of());
            both.addAll(theirs.of());
            united.add(new Step(step.key(), both));
        }
        return differing == 1 ? united : null;
    }
}
