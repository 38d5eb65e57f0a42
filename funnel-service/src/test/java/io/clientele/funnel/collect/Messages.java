package io.clientele.funnel.collect;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.funnel.collect.CollectRequest.Item;
import io.quarkus.runtime.configuration.MemorySize;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads messages as the collector does, all received at one instant, and shows what would be stored. */
final class Messages {

    static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    static final String SOURCE = "web-shop";
    static final String DEFAULT_CURRENCY = "SEK";
    static final int SIZE_LIMIT = 32_768;

    private static final MessageReader READER = new MessageReader(new Defaults());

    private Messages() {}

    /** A message of one customer with further fields, written as JSON. */
    static String of(String fields) {
        return "{\"messageId\":\"m\",\"userId\":\"u\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    /** The reading of a message at the address of its call, or of a batch's item if that is null. */
    static Reading read(@Nullable EventType call, String message) {
        return read(call, message, MissingNode.getInstance());
    }

    static Reading read(@Nullable EventType call, String message, JsonNode batchSentAt) {
        Item item = new Item(json(message), ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
        return READER.read(item, new MessageContext(SOURCE, call, batchSentAt, RECEIVED));
    }

    /** The document of a message that must be an event. */
    static JsonNode stored(@Nullable EventType call, String message) {
        return document(read(call, message));
    }

    static JsonNode document(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        byte[] document = EventDocument.bytes(((Reading.Valid) reading).event());
        return json(new String(document, StandardCharsets.UTF_8));
    }

    /** The document of a track call with these properties. */
    static JsonNode tracked(String event, String properties) {
        return stored(EventType.TRACK, of("\"event\":\"" + event + "\",\"properties\":" + properties));
    }

    static void assertRefused(@Nullable EventType call, String message, String code, String field) {
        assertRefused(read(call, message), code, field);
    }

    static void assertRefused(Reading reading, String code, String field) {
        assertThat(reading).isInstanceOfSatisfying(Reading.Invalid.class, invalid -> {
            assertThat(invalid.code()).isEqualTo(code);
            assertThat(invalid.field()).isEqualTo(field);
            assertThat(invalid.reason()).isNotBlank();
        });
    }

    static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As the service is configured without a word, but for a currency that no code could have guessed. */
    private record Defaults() implements CollectConfig {

        @Override
        public Optional<List<String>> writeKeys() {
            return Optional.empty();
        }

        @Override
        public MemorySize bodyBytes() {
            return new MemorySize(BigInteger.valueOf(512_000));
        }

        @Override
        public MemorySize eventBytes() {
            return new MemorySize(BigInteger.valueOf(SIZE_LIMIT));
        }

        @Override
        public int batchEvents() {
            return 2_500;
        }

        @Override
        public String defaultCurrency() {
            return DEFAULT_CURRENCY;
        }

        @Override
        public Duration retryAfterOverload() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration retryAfterOutage() {
            return Duration.ofSeconds(5);
        }
    }
}
