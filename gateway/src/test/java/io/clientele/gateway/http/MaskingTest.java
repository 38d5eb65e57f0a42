package io.clientele.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients see what was written for them. */
class MaskingTest {

    private final Masking masking = new Masking(Set.of("field"));

    @ParameterizedTest
    @ValueSource(strings = {"SUBGRAPH_ERROR", "INTERNAL_SERVER_ERROR"})
    void whatASubgraphDidNotExpectStaysInTheLog(String code) {
        Map<String, Object> error = error(code, Map.of("field", "id", "stacktrace", List.of("at 10.1.2.3")));

        assertThat(masking.of(List.of(error)))
                .containsExactly(Map.of(
                        "message",
                        "The service 'profiles' failed to answer; the log tells why.",
                        "path",
                        List.of("customer"),
                        "extensions",
                        Map.of("code", "SUBGRAPH_ERROR", "service", "profiles")));
    }

    @Test
    void ofACodedErrorOnlyWhatIsForClientsStays() {
        Map<String, Object> error = error("INVALID_ID", Map.of("field", "id", "exception", Map.of("class", "Sql")));

        assertThat(masking.of(List.of(error))).containsExactly(error("INVALID_ID", Map.of("field", "id")));
    }

    @Test
    void anErrorWithoutExtensionsIsTheGatewaysOwn() {
        Map<String, Object> error = Map.of("message", "Too deep.");

        assertThat(masking.of(List.of(error))).containsExactly(error);
    }

    private static Map<String, Object> error(String code, Map<String, Object> more) {
        Map<String, Object> extensions = new LinkedHashMap<>(more);
        extensions.put("code", code);
        extensions.put("service", "profiles");
        return Map.of("message", "No route to 10.1.2.3.", "path", List.of("customer"), "extensions", extensions);
    }
}
