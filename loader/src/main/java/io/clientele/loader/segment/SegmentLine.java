package io.clientele.loader.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.loader.file.Lines;
import io.clientele.loader.message.MessageIds;
import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;

/**
 * Checks that a line is one JSON object and sees to it that the object has a message id; all else is the collector's.
 *
 * <p>The collector refuses a batch whole when its JSON reader cannot read it, and then the load ends. So the line is read
 * here as the collector reads it, numbers and keys included, and whatever that reader throws makes the line a bad row.
 */
final class SegmentLine {

    /** What the collector reads in a request, 1,000, without the batch's object and array around a message. */
    private static final int MAX_DEPTH = StreamReadConstraints.DEFAULT_MAX_DEPTH - 2;

    /**
     * Stands before each line, so that the reader sees no beginning of a text to guess an encoding from: a byte order mark
     * or UTF-16, which it takes by itself, would break the batch.
     */
    private static final byte[] INDENT = "    ".getBytes(StandardCharsets.US_ASCII);

    /** Set as the collector's, which cannot be shared: the loader stands on its public API alone. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final MessageIds ids;

    SegmentLine(String dataSet) {
        this.ids = new MessageIds(dataSet);
    }

    Row row(Lines.Line line) {
        if (line.cut()) {
            return bad(line, BadRowReason.ROW_TOO_LONG);
        }
        try {
            return tree(line.bytes()) instanceof ObjectNode message
                    ? row(line, message)
                    : bad(line, BadRowReason.NOT_AN_OBJECT);
        } catch (StreamConstraintsException | NumberFormatException e) {
            return bad(line, BadRowReason.JSON_BEYOND_LIMITS);
        } catch (IOException e) {
            return bad(line, BadRowReason.MALFORMED_JSON);
        }
    }

    /** Read the line's only value; null if there is none or another follows. */
    private static @Nullable JsonNode tree(byte[] line) throws IOException {
        byte[] json = Arrays.copyOf(INDENT, INDENT.length + line.length);
        System.arraycopy(line, 0, json, INDENT.length, line.length);
        try (JsonParser parser = JSON.createParser(json)) {
            JsonNode value = parser.readValueAsTree();
            return parser.nextToken() == null ? value : null;
        }
    }

    private Row row(Lines.Line line, ObjectNode message) {
        JsonNode id = message.get("messageId");
        if (id == null) {
            return new Row.Message(line.number(), withId(line, message.isEmpty() ? "" : ","));
        }
        return id.isTextual() && !id.textValue().isBlank()
                ? new Row.Message(line.number(), line.bytes())
                : bad(line, BadRowReason.INVALID_MESSAGE_ID);
    }

    private byte[] withId(Lines.Line line, String separator) {
        byte[] json = line.bytes();
        int brace = 0;
        while (json[brace] != '{') {
            brace++;
        }
        String field = "\"messageId\":\"" + ids.of(line.number(), json) + "\"" + separator;
        ByteArrayOutputStream with = new ByteArrayOutputStream(json.length + field.length());
        with.write(json, 0, brace + 1);
        with.writeBytes(field.getBytes(StandardCharsets.UTF_8));
        with.write(json, brace + 1, json.length - brace - 1);
        return with.toByteArray();
    }

    private static Row bad(Lines.Line line, BadRowReason reason) {
        return new Row.Bad(line.number(), reason, line.text());
    }
}
