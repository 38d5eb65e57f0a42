package io.clientele.gateway.execute;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.plan.Fetch;
import io.clientele.gateway.plan.Step;

/** Knows which subgraph answers what is at a place of the answer. */
record Answerers(List<Fetch> fetches) {

    /** The name of the subgraph; null if several may have answered it, or the gateway itself does. */
    @Nullable
    String at(List<Object> path) {
        List<Object> keys = path.stream().filter(String.class::isInstance).toList();
        for (int depth = keys.size(); depth > 0; depth--) {
            Set<String> answering = asked(keys.subList(0, depth - 1), keys.get(depth - 1));
            if (!answering.isEmpty()) {
                return answering.size() == 1 ? answering.iterator().next() : null;
            }
        }
        return null;
    }

    private Set<String> asked(List<Object> place, Object key) {
        return fetches.stream()
                .map(Fetch::request)
                .filter(request -> request.keys().contains(key)
                        && request.path().stream().map(Step::key).toList().equals(place))
                .map(Fetch.Request::subgraph)
                .collect(Collectors.toSet());
    }
}
