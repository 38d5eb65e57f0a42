package io.clientele.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jboss.logging.Logger;

/**
 * Keeps from clients what a subgraph says of a failure that nobody wrote for them: it may tell of hosts, statements or data.
 * The log has it.
 */
final class Masking {

    private static final Logger LOG = Logger.getLogger(Masking.class);

    /** The code that the gateway gives what has none. */
    private static final String UNCODED = "SUBGRAPH_ERROR";

    /** Codes that common servers give what they did not expect. */
    private static final Set<String> UNEXPECTED = Set.of(UNCODED, "INTERNAL_SERVER_ERROR");

    private static final String CODE = "code";
    private static final String SERVICE = "service";

    private final Set<String> shown;

    /**
     * Masks errors.
     *
     * @param shown the members of {@code extensions} that are written for clients, beside the code and the service
     */
    Masking(Set<String> shown) {
        this.shown = shown;
    }

    /** The errors of an answer, as clients see them. */
    List<Map<String, Object>> of(List<Map<String, Object>> errors) {
        return errors.stream().map(this::of).toList();
    }

    private Map<String, Object> of(Map<String, Object> error) {
        if (!(error.get("extensions") instanceof Map<?, ?> extensions)) {
            return error;
        }
        Map<String, Object> masked = new LinkedHashMap<>(error);
        Map<String, Object> kept = new LinkedHashMap<>();
        extensions.forEach((key, value) -> {
            if (key instanceof String name && (name.equals(CODE) || name.equals(SERVICE) || shown.contains(name))) {
                kept.put(name, value);
            }
        });
        masked.put("extensions", kept);
        if (UNEXPECTED.contains(Objects.toString(kept.get(CODE)))) {
            String service = Objects.toString(kept.get(SERVICE), "");
            LOG.errorf("Subgraph %s failed: %s", service, error);
            masked.put("message", "The service '" + service + "' failed to answer; the log tells why.");
            masked.put("extensions", Map.of(CODE, UNCODED, SERVICE, service));
        }
        return masked;
    }
}
