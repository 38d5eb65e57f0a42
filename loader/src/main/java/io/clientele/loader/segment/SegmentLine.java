package io.clientele.loader.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import io.clientele.loader.file.Lines;
import io.clientele.loader.message.MessageIds;
import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;

/** Checks that a line is one JSON object and sees to it that the object has a message id; all else is the collector's. */
final class SegmentLine {

    /** Deeper objects are refused here, since within a batch they would make the collector refuse the whole batch. */
    private static final int MAX_DEPTH = 500;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final MessageIds ids;

    SegmentLine(String dataSet) {
        this.ids = new MessageIds(dataSet);
    }

    /** What a look into the line finds. */
    private enum Finding {
        WITH_ID,
        WITHOUT_ID,
        EMPTY_OBJECT,
        INVALID_ID,
        NO_OBJECT
    }

    Row row(Lines.Line line) {
        if (line.cut()) {
            return bad(line, BadRowReason.ROW_TOO_LONG);
        }
        try {
            return switch (look(line.bytes())) {
                case WITH_ID -> new Row.Message(line.number(), line.bytes());
                case WITHOUT_ID -> new Row.Message(line.number(), withId(line, ","));
                case EMPTY_OBJECT -> new Row.Message(line.number(), withId(line, ""));
                case INVALID_ID -> bad(line, BadRowReason.INVALID_MESSAGE_ID);
                case NO_OBJECT -> bad(line, BadRowReason.NOT_AN_OBJECT);
            };
        } catch (IOException e) {
            return bad(line, BadRowReason.MALFORMED_JSON);
        }
    }

    private static Finding look(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Finding.NO_OBJECT;
            }
            Finding finding = Finding.EMPTY_OBJECT;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean id = parser.currentName().equals("messageId");
                boolean valid = parser.nextToken() == JsonToken.VALUE_STRING
                        && !parser.getText().isBlank();
                parser.skipChildren();
                finding = id ? (valid ? Finding.WITH_ID : Finding.INVALID_ID) : known(finding);
            }
            return parser.nextToken() == null ? finding : Finding.NO_OBJECT;
        }
    }

    private static Finding known(Finding before) {
        return before == Finding.EMPTY_OBJECT ? Finding.WITHOUT_ID : before;
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
