package io.clientele.profile.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.event.FreeFields;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.profile.index.Generation.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CustomersBulkTest {

    private static final List<Generation> BOTH =
            List.of(new Generation(1, State.LIVE, "", 0), new Generation(2, State.FILLING, "", 0));

    @Test
    void writesEachCustomerToEveryIndexByItsVersion() {
        CustomerView view = new CustomerView("c\"1", Map.of(), FreeFields.NONE, Map.of(), Set.of("s"));
        List<String> lines = new String(
                        new CustomersBulk(BOTH)
                                .write(new StoredCustomer(view, Set.of("c\"1"), 7, Instant.EPOCH))
                                .remove("c2", 8)
                                .lines(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0))
                .isEqualTo("{\"index\":{\"_index\":\"write-customers-1\",\"_id\":\"c\\\"1\",\"version\":7,"
                        + "\"version_type\":\"external_gte\"}}");
        assertThat(lines.get(1)).isEqualTo(lines.get(3)).contains("\"segments\":[\"s\"]");
        assertThat(lines.get(2)).contains("write-customers-2");
        assertThat(lines.get(5))
                .isEqualTo("{\"delete\":{\"_index\":\"write-customers-2\",\"_id\":\"c2\",\"version\":8,"
                        + "\"version_type\":\"external_gte\"}}");
    }

    @Test
    void takesANewerVersionAndAMissingDocumentForWritten() throws JsonProcessingException {
        assertThat(CustomersBulk.refused(answer("""
                        {"index": {"_id": "a", "status": 409, "error": {"type": "version_conflict_engine_exception"}}},
                        {"delete": {"_id": "b", "status": 404}}, {"index": {"_id": "c", "status": 201}}"""))).isEmpty();
    }

    @Test
    void tellsWhoIsRefusedForEver() throws JsonProcessingException {
        assertThat(CustomersBulk.refused(answer("""
                        {"index": {"_id": "a", "status": 400, "error": {"type": "document_parsing_exception",
                         "reason": "immense term", "caused_by": {"reason": "too long"}}}}""")))
                .containsExactly(Map.entry("a", "document_parsing_exception: immense term too long"));
    }

    @Test
    void failsWhereAnotherTryHelps() {
        assertThatExceptionOfType(ElasticsearchFailure.Overloaded.class)
                .isThrownBy(() -> CustomersBulk.refused(answer("{\"index\": {\"_id\": \"a\", \"status\": 429}}")));
        assertThatExceptionOfType(ElasticsearchFailure.Unavailable.class)
                .isThrownBy(() -> CustomersBulk.refused(answer("{\"index\": {\"_id\": \"a\", \"status\": 503}}")));
        assertThatExceptionOfType(ElasticsearchFailure.Unavailable.class)
                .isThrownBy(() -> CustomersBulk.refused(answer("""
                        {"index": {"_id": "a", "status": 404, "error": {"type": "index_not_found_exception"}}}""")));
    }

    private static ObjectNode answer(String items) throws JsonProcessingException {
        return (ObjectNode) new JsonMapper().readTree("{\"errors\": true, \"items\": [" + items + "]}");
    }
}
