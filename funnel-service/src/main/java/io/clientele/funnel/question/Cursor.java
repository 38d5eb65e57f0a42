package io.clientele.funnel.question;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A place in a list, opaque to clients: the list's name and the sort values of the entry there. */
final class Cursor {

    /** Twice what the longest message id needs. */
    private static final int LONGEST = 2_048;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cursor() {}

    static String of(String list, JsonNode time, JsonNode tie) {
        ArrayNode place =
                JsonNodeFactory.instance.arrayNode().add(list).add(time).add(tie);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values, time and tie, of a cursor that the list handed out; empty if it did not. */
    static Optional<ArrayNode> sortValues(String list, boolean textualTie, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        JsonNode place;
        try {
            place = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
        } catch (IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        JsonNode tie = place.path(2);
        boolean ours = place.isArray()
                && place.size() == 3
                && place.path(0).asText().equals(list)
                && isLong(place.path(1))
                && (textualTie ? tie.isTextual() : isLong(tie));
        return ours
                ? Optional.of(
                        JsonNodeFactory.instance.arrayNode().add(place.path(1)).add(tie))
                : Optional.empty();
    }

    private static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }
}
