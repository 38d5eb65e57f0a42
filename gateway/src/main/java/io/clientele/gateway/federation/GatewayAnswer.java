package io.clientele.gateway.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.Operation;

/**
 * The answer to a request.
 *
 * @param kind what was carried out; null if nothing was: then the errors say why, and there is no data at all
 * @param data the data; null if an error reached the root
 * @param errors the errors in the form of GraphQL's response
 */
public record GatewayAnswer(
        Operation.@Nullable Kind kind, @Nullable Map<String, Object> data, List<Map<String, Object>> errors) {

    /** The code of a mutation that was asked for where nothing may change. */
    static final String READ_ONLY = "MUTATION_BY_GET";

    static GatewayAnswer refused(List<Map<String, Object>> errors) {
        return new GatewayAnswer(null, null, errors);
    }

    /** Whether the operation was carried out. */
    public boolean executed() {
        return kind != null;
    }

    /** Whether this refuses a mutation, because the request may change nothing. */
    public boolean isReadOnly() {
        return !executed()
                && errors.stream()
                        .anyMatch(error -> error.get("extensions") instanceof Map<?, ?> extensions
                                && READ_ONLY.equals(extensions.get("code")));
    }

    /** The answer in the form of GraphQL's response. */
    public Map<String, Object> toMap() {
        Map<String, Object> response = new LinkedHashMap<>();
        if (!errors.isEmpty()) {
            response.put("errors", errors);
        }
        if (executed()) {
            response.put("data", data);
        }
        return response;
    }
}
