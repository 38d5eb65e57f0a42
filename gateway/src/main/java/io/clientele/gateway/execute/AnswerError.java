package io.clientele.gateway.execute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error of an answer.
 *
 * @param message for the client
 * @param path the field that failed; null if none in particular
 * @param code stable, in upper snake case
 * @param service the subgraph where it happened; null if at the gateway
 * @param details what else the subgraph told in {@code extensions}
 */
public record AnswerError(
        String message,
        @Nullable List<Object> path,
        String code,
        @Nullable String service,
        Map<String, Object> details) {

    /** The same error at another place; an empty path is none. */
    AnswerError at(List<Object> place) {
        return new AnswerError(message, place.isEmpty() ? null : place, code, service, details);
    }

    /** The error in the form of GraphQL's response. */
    public Map<String, Object> toMap() {
        Map<String, Object> extensions = new LinkedHashMap<>(details);
        extensions.put("code", code);
        if (service != null) {
            extensions.put("service", service);
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", extensions);
        return error;
    }
}
