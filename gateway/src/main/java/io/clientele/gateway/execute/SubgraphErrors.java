package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads the errors of a subgraph's answers as errors of the gateway's. */
final class SubgraphErrors {

    private static final String UNCODED = "SUBGRAPH_ERROR";

    private final String subgraph;
    private final Renaming renaming;

    SubgraphErrors(String subgraph, Renaming renaming) {
        this.subgraph = subgraph;
        this.renaming = renaming;
    }

    /** An error's path in the subgraph's own answer; empty if it tells none. */
    static List<Object> path(Map<String, Object> error) {
        return error.get("path") instanceof List<?> path ? new ArrayList<>(path) : List.of();
    }

    /** The error that a subgraph tells, moved to where its answer belongs. */
    AnswerError of(Map<String, Object> error, @Nullable AnswerPath place, List<Object> below) {
        List<Object> path = AnswerPath.keys(place);
        below.forEach(key -> path.add(key instanceof String name ? renaming.key(name) : key));
        Map<String, Object> details = new LinkedHashMap<>();
        if (error.get("extensions") instanceof Map<?, ?> extensions) {
            extensions.forEach((key, value) -> details.put(String.valueOf(key), value));
        }
        Object code = details.remove("code");
        details.remove("classification");
        return new AnswerError(
                error.get("message") instanceof String message ? message : "The subgraph tells no message.",
                path.isEmpty() ? null : path,
                code instanceof String name ? name : UNCODED,
                subgraph,
                details);
    }

    AnswerError of(SubgraphException failure, @Nullable AnswerPath place) {
        List<Object> path = AnswerPath.keys(place);
        return new AnswerError(
                String.valueOf(failure.getMessage()),
                path.isEmpty() ? null : path,
                failure.code().name(),
                subgraph,
                Map.of());
    }
}
