package io.clientele.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.loader.source.LoadFailure;

/** Reads the bodies that the collection API answers. */
final class AnswerReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUOTED_CHARACTERS = 300;

    private AnswerReader() {}

    /**
     * Read the answer to a batch of the given number of messages.
     *
     * @throws LoadFailure {@code collector_answer_unreadable} if the answer does not account for every message
     */
    static Answer answer(byte[] body, int messages) {
        JsonNode json = tree(body);
        if (json == null || !json.path("accepted").isIntegralNumber()) {
            throw unreadable("is not of the collection API", body);
        }
        Answer answer = new Answer(
                json.path("accepted").asLong(), json.path("duplicate").asLong(), rejections(json, messages, body));
        if (answer.total() != messages
                || json.path("rejected").asLong() != answer.rejections().size()) {
            throw unreadable("does not account for all " + messages + " messages", body);
        }
        return answer;
    }

    private static List<Answer.Rejection> rejections(JsonNode json, int messages, byte[] body) {
        List<Answer.Rejection> rejections = new ArrayList<>();
        for (JsonNode item : json.path("items")) {
            if (!item.path("status").asText().equals("rejected")) {
                continue;
            }
            int index = item.path("index").asInt(-1);
            if (index < 0 || index >= messages) {
                throw unreadable("rejects a message that was not sent", body);
            }
            rejections.add(new Answer.Rejection(index, item.path("code").asText("unknown"), reason(item)));
        }
        return rejections;
    }

    private static String reason(JsonNode item) {
        String field = item.path("field").asText("");
        String reason = item.path("reason").asText("");
        return field.isEmpty() ? reason : field + ": " + reason;
    }

    /** Say what an answer other than 200 says, in one line. */
    static String error(int status, byte[] body) {
        JsonNode json = tree(body);
        JsonNode error = json == null ? null : json.get("error");
        if (error == null) {
            return status + ": " + beginning(body);
        }
        return status + " " + error.path("code").asText() + ": "
                + error.path("message").asText();
    }

    private static @Nullable JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return null; // callers quote the body itself
        }
    }

    private static LoadFailure unreadable(String what, byte[] body) {
        return new LoadFailure(
                LoadFailure.Code.COLLECTOR_ANSWER_UNREADABLE,
                "The answer of the collector " + what + ": " + beginning(body));
    }

    private static String beginning(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "…";
    }
}
