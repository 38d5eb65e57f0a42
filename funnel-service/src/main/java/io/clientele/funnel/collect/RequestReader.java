package io.clientele.funnel.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.funnel.collect.CollectFailure.Reason;
import io.clientele.funnel.collect.CollectRequest.Item;

/** Reads bodies of the collection API. Numbers keep every digit; each item keeps its own bytes. */
@ApplicationScoped
class RequestReader {

    private static final ObjectReader JSON = EventDocument.MAPPER.reader();

    private final int batchLimit;

    RequestReader(CollectConfig config) {
        this.batchLimit = config.batchEvents();
    }

    /** Reads the body of a call with one message. */
    CollectRequest single(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            requireObject(parser.nextToken(), null, "the body");
            JsonNode message = parser.readValueAsTree();
            requireEnd(parser);
            return new CollectRequest(
                    message.path("writeKey").textValue(),
                    message.path("sentAt"),
                    List.of(new Item(message, ByteBuffer.wrap(body))));
        } catch (IOException | NumberFormatException broken) {
            throw malformed(broken);
        }
    }

    /** Reads the body of a batch: an object with {@code batch}, and perhaps {@code writeKey} and {@code sentAt}. */
    CollectRequest batch(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            requireObject(parser.nextToken(), null, "the body");
            CollectRequest request = readBatch(parser, body);
            requireEnd(parser);
            return request;
        } catch (IOException | NumberFormatException broken) {
            throw malformed(broken);
        }
    }

    private CollectRequest readBatch(JsonParser parser, byte[] body) throws IOException {
        String writeKey = null;
        JsonNode sentAt = MissingNode.getInstance();
        List<Item> items = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "batch" -> items = readItems(parser, body);
                case "writeKey" -> writeKey = text(parser);
                case "sentAt" -> sentAt = parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
        if (items == null) {
            throw new CollectFailure(Reason.MISSING_FIELD, "batch", "a batch has an array of messages named batch");
        }
        if (items.isEmpty()) {
            throw new CollectFailure(Reason.EMPTY_BATCH, "batch", "the batch holds no message");
        }
        return new CollectRequest(writeKey, sentAt, items);
    }

    private List<Item> readItems(JsonParser parser, byte[] body) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new CollectFailure(Reason.INVALID_TYPE, "batch", "batch is an array of messages");
        }
        List<Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == batchLimit) {
                throw new CollectFailure(
                        Reason.TOO_MANY_EVENTS, "batch", "a batch holds at most " + batchLimit + " messages");
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode message = parser.readValueAsTree();
            int end = (int) parser.currentLocation().getByteOffset();
            items.add(new Item(message, ByteBuffer.wrap(body, start, end - start)));
        }
        return items;
    }

    private static void requireObject(@Nullable JsonToken token, @Nullable String field, String what) {
        if (token == null) {
            throw new CollectFailure(Reason.MALFORMED_JSON, field, what + " is empty");
        }
        if (token != JsonToken.START_OBJECT) {
            throw new CollectFailure(Reason.INVALID_TYPE, field, what + " is a JSON object");
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new CollectFailure(Reason.MALFORMED_JSON, null, "something follows after the JSON object");
        }
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** Jackson throws a bare NumberFormatException at exponents that no decimal number can have. */
    private static CollectFailure malformed(Exception broken) {
        String where = broken instanceof JsonProcessingException at && at.getLocation() != null
                ? " at byte " + at.getLocation().getByteOffset()
                : "";
        return new CollectFailure(Reason.MALFORMED_JSON, null, "the body is not JSON that can be read" + where);
    }
}
