package io.clientele.funnel.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.RejectedEventsIndex;

/** The wire format of {@code _bulk}: documents into lines, answers into item answers. */
final class Bulk {

    /** An index that is missing is never made up on the fly, and only what decides an outcome is answered. */
    static final Map<String, String> PARAMETERS = Map.of(
            "require_alias",
            "true",
            "filter_path",
            "errors,items.*.status,items.*.error.reason,items.*.error.shard,items.*.error.caused_by.reason");

    private static final int ACTION_BYTES = 96;

    private Bulk() {}

    /** What Elasticsearch says of one item. */
    sealed interface ItemAnswer {

        /** Written. */
        record Written() implements ItemAnswer {}

        /** A document with this id and routing exists in the shard, perhaps not on disk yet. */
        record Conflict(int shard) implements ItemAnswer {}

        /** Never acceptable. */
        record Unindexable(String reason) implements ItemAnswer {}

        /** Not now: too much work (429). */
        record Overloaded() implements ItemAnswer {}

        /** Not now: the shard or its index is not there. */
        record Unavailable(String reason) implements ItemAnswer {}
    }

    static byte[] lines(List<Document> documents) {
        int size = documents.stream().mapToInt(Bulk::bytes).sum();
        ByteArrayOutputStream lines = new ByteArrayOutputStream(size);
        for (Document document : documents) {
            lines.writeBytes(action(document).getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(document.source());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** About as many bytes as the document takes in a bulk. */
    static int bytes(Document document) {
        return ACTION_BYTES + document.id().length() + document.source().length;
    }

    private static String action(Document document) {
        StringBuilder action = new StringBuilder(ACTION_BYTES + document.id().length());
        action.append(
                switch (document.target()) {
                    case EVENTS -> "{\"create\":{\"_index\":\"" + EventsIndex.WRITE_ALIAS;
                    case REJECTED_EVENTS -> "{\"index\":{\"_index\":\"" + RejectedEventsIndex.ALIAS;
                });
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        action.append("\",\"_id\":\"");
        encoder.quoteAsString(document.id(), action);
        action.append("\",\"routing\":\"");
        encoder.quoteAsString(document.routing(), action);
        return action.append("\"}}\n").toString();
    }

    /** Reads the answers in the documents' order. */
    static List<ItemAnswer> answers(ObjectNode answer, int documents) {
        if (!answer.path("errors").asBoolean()) {
            return Collections.nCopies(documents, new ItemAnswer.Written());
        }
        List<ItemAnswer> answers = new ArrayList<>(documents);
        for (JsonNode item : answer.path("items")) {
            answers.add(answer(item.iterator().next()));
        }
        if (answers.size() != documents) {
            throw new IllegalStateException(answers.size() + " answers to " + documents + " documents");
        }
        return answers;
    }

    private static ItemAnswer answer(JsonNode item) {
        int status = item.path("status").asInt();
        String reason = item.path("error").path("reason").asText();
        return switch (status) {
            case 200, 201 -> new ItemAnswer.Written();
            case 409 -> new ItemAnswer.Conflict(item.at("/error/shard").asInt());
            case 429 -> new ItemAnswer.Overloaded();
            case 400 ->
                new ItemAnswer.Unindexable(reason + " "
                        + item.path("error").path("caused_by").path("reason").asText());
            default -> new ItemAnswer.Unavailable(status + " " + reason);
        };
    }
}
