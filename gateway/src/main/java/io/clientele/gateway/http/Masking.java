package io.clientele.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jboss.logging.Logger;

/**
 * Keeps from clients what a subgraph says of a failure without a code of its own: nobody wrote that for them, and it may tell of
 * hosts, statements or data. The log has it.
 */
final class Masking {

    private static final Logger LOG = Logger.getLogger(Masking.class);

    /** The code that the gateway gives what has none. */
    private static final String UNCODED = "SUBGRAPH_ERROR";

    private Masking() {}

    /** The errors of an answer, as clients see them. */
    static List<Map<String, Object>> of(List<Map<String, Object>> errors) {
        return errors.stream().map(Masking::of).toList();
    }

    private static Map<String, Object> of(Map<String, Object> error) {
        if (!(error.get("extensions") instanceof Map<?, ?> extensions) || !UNCODED.equals(extensions.get("code"))) {
            return error;
        }
        String service = Objects.toString(extensions.get("service"), "");
        LOG.errorf("Subgraph %s failed: %s", service, error);
        Map<String, Object> masked = new LinkedHashMap<>(error);
        masked.put("message", "The service '" + service + "' failed to answer; the log tells why.");
        masked.put("extensions", Map.of("code", UNCODED, "service", service));
        return masked;
    }
}
