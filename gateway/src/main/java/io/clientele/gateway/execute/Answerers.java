package io.clientele.gateway.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.plan.Fetch;
import io.clientele.gateway.plan.Step;

/** Knows which subgraph answers what is at a place of the answer. For one thread at a time. */
final class Answerers {

    private final List<Fetch> fetches;

    /** By keys without indices: a list of a hundred thousand wrong values is looked up once. */
    private final Map<List<Object>, Optional<String>> known = new HashMap<>();

    Answerers(List<Fetch> fetches) {
        this.fetches = fetches;
    }

    /** The name of the subgraph; null if several may have answered it, or the gateway itself does. */
    @Nullable
    String at(List<Object> path) {
        List<Object> keys = path.stream().filter(String.class::isInstance).toList();
        return known.computeIfAbsent(keys, this::find).orElse(null);
    }

    private Optional<String> find(List<Object> keys) {
        for (int depth = keys.size(); depth > 0; depth--) {
            Set<String> answering = asked(keys.subList(0, depth - 1), keys.get(depth - 1));
            if (!answering.isEmpty()) {
                return answering.size() == 1 ? answering.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
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
