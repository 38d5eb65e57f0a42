package io.clientele.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.elasticsearch.client.ElasticsearchFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BulkTest {

    private record Document(String id, long version, ObjectNode json) implements IndexedDocument {}

    private static final Document QUOTED =
            new Document("c\"1", 7, JsonNodeFactory.instance.objectNode().put("tier", "gold"));

    @Test
    void writesEachDocumentToEveryIndexByItsVersion() {
        Reading reading = new Reading(List.of(QUOTED), OptionalLong.empty());

        List<String> lines =
                lines(new Bulk(List.of("write-1", "write-2")).add(reading, List.of("c2", "c\"1"), Map.of("c2", 8L)));

        assertThat(lines)
                .containsExactly(
                        "{\"index\":{\"_index\":\"write-1\",\"_id\":\"c\\\"1\",\"version\":7,\"version_type\":\"external_gte\"}}",
                        "{\"tier\":\"gold\"}",
                        "{\"index\":{\"_index\":\"write-2\",\"_id\":\"c\\\"1\",\"version\":7,\"version_type\":\"external_gte\"}}",
                        "{\"tier\":\"gold\"}",
                        "{\"delete\":{\"_index\":\"write-1\",\"_id\":\"c2\",\"version\":8,\"version_type\":\"external_gte\"}}",
                        "{\"delete\":{\"_index\":\"write-2\",\"_id\":\"c2\",\"version\":8,\"version_type\":\"external_gte\"}}");
    }

    @Test
    void keepsWhatWasRemovedAndIsBack() {
        Reading reading = new Reading(List.of(QUOTED), OptionalLong.empty());

        assertThat(lines(new Bulk(List.of("write-1")).add(reading, Set.of("c\"1"), Map.of("c\"1", 6L))))
                .hasSize(2)
                .noneMatch(line -> line.contains("delete"));
    }

    @Test
    void leavesWhatIsMissingWithoutAVersionOfItsEnd() {
        Reading nothing = new Reading(List.of(), OptionalLong.empty());

        assertThat(new Bulk(List.of("write-1"))
                        .add(nothing, Set.of("a"), Map.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void removesWhatIsMissingByTheVersionOfTheReading() {
        Reading nothing = new Reading(List.of(), OptionalLong.of(12));

        assertThat(lines(new Bulk(List.of("write-1")).add(nothing, Set.of("a"), Map.of())))
                .singleElement()
                .asString()
                .contains("{\"delete\":", "\"_id\":\"a\"", "\"version\":12");
    }

    @Test
    void takesANewerVersionAndAMissingDocumentForWritten() throws JsonProcessingException {
        assertThat(Bulk.refused(answer("""
                        {"index": {"_id": "a", "status": 409, "error": {"type": "version_conflict_engine_exception"}}},
                        {"delete": {"_id": "b", "status": 404}}, {"index": {"_id": "c", "status": 201}}"""))).isEmpty();
    }

    @Test
    void tellsWhoIsRefusedForEver() throws JsonProcessingException {
        assertThat(Bulk.refused(answer("""
                        {"index": {"_id": "a", "status": 400, "error": {"type": "document_parsing_exception",
                         "reason": "immense term", "caused_by": {"reason": "too long"}}}}""")))
                .containsExactly(Map.entry("a", "document_parsing_exception: immense term too long"));
    }

    @Test
    void failsWhereAnotherTryHelps() {
        assertThatExceptionOfType(ElasticsearchFailure.Overloaded.class)
                .isThrownBy(() -> Bulk.refused(answer("{\"index\": {\"_id\": \"a\", \"status\": 429}}")));
        assertThatExceptionOfType(ElasticsearchFailure.Unavailable.class)
                .isThrownBy(() -> Bulk.refused(answer("{\"index\": {\"_id\": \"a\", \"status\": 503}}")));
        assertThatExceptionOfType(ElasticsearchFailure.Unavailable.class).isThrownBy(() -> Bulk.refused(answer("""
                        {"index": {"_id": "a", "status": 404, "error": {"type": "index_not_found_exception"}}}""")));
    }

    private static List<String> lines(Bulk bulk) {
        return new String(bulk.lines(), StandardCharsets.UTF_8).lines().toList();
    }

    private static ObjectNode answer(String items) throws JsonProcessingException {
        return (ObjectNode) new JsonMapper().readTree("{\"errors\": true, \"items\": [" + items + "]}");
    }
}
