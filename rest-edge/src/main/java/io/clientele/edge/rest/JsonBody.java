package io.clientele.edge.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.text.Texts;

/** The JSON object that a service sends, read key by key; what cannot be used is refused by its key. */
public final class JsonBody {

    /** Room for a thousand of the longest ids, whatever they are written with. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode fields;

    private JsonBody(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * The object in these bytes, which may have these keys and no others.
     *
     * @throws HttpRefusal {@code BODY_TOO_LARGE}, {@code MALFORMED_JSON}, {@code INVALID_TYPE}, {@code UNKNOWN_FIELD}
     */
    public static JsonBody of(byte[] bytes, Set<String> keys) {
        if (bytes.length > MOST_BYTES) {
            throw new HttpRefusal(413, "BODY_TOO_LARGE", null, "a body has at most " + MOST_BYTES + " bytes");
        }
        if (!(tree(bytes) instanceof ObjectNode fields)) {
            throw new HttpRefusal(400, "INVALID_TYPE", null, "the body is a JSON object");
        }
        for (String key : (Iterable<String>) fields::fieldNames) {
            if (!keys.contains(key)) {
                throw new HttpRefusal(400, "UNKNOWN_FIELD", key, key + " is not known here");
            }
        }
        return new JsonBody(fields);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException | NumberFormatException broken) {
            HttpRefusal refusal = new HttpRefusal(400, "MALFORMED_JSON", null, "the body is not JSON in UTF-8");
            refusal.addSuppressed(broken);
            throw refusal;
        }
    }

    /** What stands under a key, which must be there. */
    public JsonNode required(String key) {
        JsonNode value = fields.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw new HttpRefusal(400, "MISSING_FIELD", key, key + " is missing");
        }
        return value;
    }

    /** A text, which must be there. */
    public String text(String key) {
        return text(key, required(key));
    }

    /**
     * The different ones of 1 to {@code most} texts, in their order.
     *
     * @param longest characters that each may have
     */
    public List<String> texts(String key, int most, int longest) {
        JsonNode array = array(key, most);
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String place = key + "[" + i + "]";
            texts.add(Texts.check(place, text(place, array.get(i)), longest));
        }
        return List.copyOf(texts);
    }

    /**
     * The different ones of 1 to {@code most} texts, in their order, as far as they may name something: one that is blank,
     * too long, or holds what no text can have names nothing and is passed over, so that it stands in the way of no other.
     *
     * @param longest characters that a name may have
     */
    public List<String> names(String key, int most, int longest) {
        JsonNode array = array(key, most);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String name = text(key + "[" + i + "]", array.get(i));
            if (!name.isBlank()
                    && name.length() <= longest
                    && name.indexOf(0) < 0
                    && StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private JsonNode array(String key, int most) {
        JsonNode array = required(key);
        if (!array.isArray()) {
            throw new HttpRefusal(400, "INVALID_TYPE", key, key + " is a list of texts");
        }
        if (array.isEmpty() || array.size() > most) {
            throw new HttpRefusal(400, "INVALID_VALUE", key, key + " has 1 to " + most + " elements");
        }
        return array;
    }

    private static String text(String place, JsonNode value) {
        if (!value.isTextual()) {
            throw new HttpRefusal(400, "INVALID_TYPE", place, place + " is a text");
        }
        return value.textValue();
    }

    /** An answer's bytes. */
    public static byte[] bytes(ObjectNode answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON can always be written", impossible);
        }
    }
}
