package io.clientele.contract.event;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * An event as the document that the index {@code events} keeps, and back. Field names and types are those of {@code
 * events-mapping.json}; amounts are longs of millionths, times ISO-8601 in UTC. {@code read(write(e))} equals {@code e}.
 */
public final class EventDocument {
    /**
     * Reads JSON so that open properties are kept as they were written: decimals neither rounded to binary nor cut. For
     * the collector as well, since what it parses otherwise is lost before it gets here.
     */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private EventDocument() {}

    /** Writes the document as one JSON object; the generator is left open. */
    public static void write(Event event, JsonGenerator generator) throws IOException {
        EventWriter.write(event, generator);
    }

    /** The document in UTF-8, on one line, as a bulk request needs it. */
    public static byte[] bytes(Event event) {
        BufferRecycler buffers = FACTORY._getBufferRecycler();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(buffers);
                JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            EventWriter.write(event, generator);
            generator.flush();
            return bytes.getClearAndRelease();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            buffers.releaseToPool();
        }
    }

    /**
     * The event of a stored document. Fields that this version does not know are passed over, so that services of
     * different versions can read one index.
     *
     * @throws InvalidEventException if the document is not one that {@link #write} makes
     */
    public static Event read(JsonNode document) {
        return EventReader.read(document);
    }

    /**
     * The event of a stored document in UTF-8; see {@link #read(JsonNode)}.
     *
     * @throws IOException if the bytes are not JSON
     */
    public static Event read(byte[] document) throws IOException {
        return EventReader.read(MAPPER.readTree(document));
    }
}
