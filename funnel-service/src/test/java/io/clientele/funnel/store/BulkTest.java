package io.clientele.funnel.store;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.funnel.store.Bulk.ItemAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BulkTest {

    @Test
    void createsEventsAndReplacesRejections() {
        Document event = Document.event("m\"1", "\\customer", bytes("{\"a\":1}"));
        Document rejection = Document.rejection("hash", bytes("{\"b\":2}"));

        assertThat(new String(Bulk.lines(List.of(event, rejection)), StandardCharsets.UTF_8))
                .isEqualTo("""
                {"create":{"_index":"events-write","_id":"m\\"1","routing":"\\\\customer"}}
                {"a":1}
                {"index":{"_index":"rejected-events","_id":"hash","routing":"hash"}}
                {"b":2}
                """);
    }

    @Test
    void takesEveryDocumentAsWrittenWhereThereAreNoErrors() throws JsonProcessingException {
        assertThat(Bulk.answers(answer("{\"errors\":false}"), 2))
                .containsExactly(new ItemAnswer.Written(), new ItemAnswer.Written());
    }

    @Test
    void tellsTheItemsApartWhereThereAreErrors() throws JsonProcessingException {
        ObjectNode answer = answer("""
                {"errors":true,"items":[
                  {"create":{"status":201}},
                  {"index":{"status":200}},
                  {"create":{"status":409,"error":{"reason":"there is one","shard":"1"}}},
                  {"create":{"status":429}},
                  {"create":{"status":400,"error":{"reason":"no date","caused_by":{"reason":"x"}}}},
                  {"create":{"status":503,"error":{"reason":"no shard"}}}]}
                """);

        assertThat(Bulk.answers(answer, 6))
                .containsExactly(
                        new ItemAnswer.Written(),
                        new ItemAnswer.Written(),
                        new ItemAnswer.Conflict(1),
                        new ItemAnswer.Overloaded(),
                        new ItemAnswer.Unindexable("no date x"),
                        new ItemAnswer.Unavailable("503 no shard"));
    }

    @Test
    void trustsNoAnswerThatTellsOfFewerDocuments() throws JsonProcessingException {
        ObjectNode answer = answer("{\"errors\":true,\"items\":[{\"create\":{\"status\":201}}]}");

        assertThatIllegalStateException().isThrownBy(() -> Bulk.answers(answer, 2));
    }

    private static ObjectNode answer(String json) throws JsonProcessingException {
        return (ObjectNode) EventDocument.MAPPER.readTree(json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
