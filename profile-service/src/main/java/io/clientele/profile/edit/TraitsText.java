package io.clientele.profile.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.edge.CodedException;
import io.clientele.edge.text.TextRefusal;
import io.clientele.profile.trait.Traits;

/** Reads traits that a client wrote as JSON. */
final class TraitsText {

    private static final String FIELD = "input.traits";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TraitsText() {}

    /**
     * The traits as an event can hold them.
     *
     * @throws CodedException {@code INVALID_VALUE}, {@code TOO_MANY_TRAITS}, {@code TRAIT_TOO_LONG}, or a code of
     *     {@link io.clientele.contract.event.InvalidEvent}
     */
    static ObjectNode read(String text) {
        ObjectNode object = object(text);
        try {
            FreeFields traits = FreeFields.of("traits", object);
            Traits.check(traits);
            return traits.json();
        } catch (InvalidEventException refused) {
            throw new EditFailure.Refused(
                            refused.failure().code().name(),
                            FIELD,
                            FIELD + " " + refused.failure().reason() + ".")
                    .exception();
        } catch (CodedException refused) {
            throw new EditFailure.Refused(
                            refused.code(),
                            refused.field() == null ? FIELD : "input." + refused.field(),
                            String.valueOf(refused.getMessage()))
                    .exception();
        }
    }

    private static ObjectNode object(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw unreadable(notJson);
        }
        if (tree instanceof ObjectNode object && !object.isEmpty()) {
            return object;
        }
        throw new TextRefusal.InvalidText(FIELD, "is no JSON object with at least one trait").exception();
    }

    private static CodedException unreadable(JsonProcessingException cause) {
        CodedException refusal = new TextRefusal.InvalidText(FIELD, "is not JSON").exception();
        refusal.addSuppressed(cause);
        return refusal;
    }
}
