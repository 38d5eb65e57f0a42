package io.clientele.funnel.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.InvalidEvent;
import io.clientele.contract.event.InvalidEvent.Code;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.contract.event.Times;
import io.clientele.funnel.collect.CollectRequest.Item;

/** Reads a message of Segment's spec as an event, by the tables of docs/events.md. */
@ApplicationScoped
class MessageReader {

    private static final int MAX_MESSAGE_ID_BYTES = 256;

    private final long sizeLimit;
    private final String defaultCurrency;

    MessageReader(CollectConfig config) {
        this.sizeLimit = config.eventBytes().asLongValue();
        this.defaultCurrency = config.defaultCurrency();
    }

    /** Reads an item, and takes its message apart. */
    Reading read(Item item, MessageContext context) {
        JsonNode givenId = item.message().path("messageId");
        JsonNode givenUser = item.message().path("userId");
        JsonNode givenAnonymous = item.message().path("anonymousId");
        try {
            if (item.raw().remaining() > sizeLimit) {
                throw new InvalidEventException(Code.TOO_LONG, "message", "has more than " + sizeLimit + " bytes");
            }
            return event(JsonFields.of("message", item.message()), context);
        } catch (InvalidEventException notAnEvent) {
            InvalidEvent failure = notAnEvent.failure();
            return new Reading.Invalid(
                    storableId(givenId),
                    customerId(givenUser, givenAnonymous),
                    failure.code().name(),
                    failure.field(),
                    failure.reason());
        }
    }

    private Reading.Valid event(JsonFields message, MessageContext context) {
        EventType type = type(message, context);
        String given = message.id("message_id", "messageId");
        EventBuilder event = Event.builder(
                given == null ? UUID.randomUUID().toString() : given,
                type,
                CustomerId.of(message.id("customer_id", "userId"), message.id("anonymous_id", "anonymousId")),
                times(message, context),
                context.source());
        new MessageBody(type, message).readInto(event, defaultCurrency);
        return new Reading.Valid(event.build(), given == null);
    }

    private static EventType type(JsonFields message, MessageContext context) {
        String own = message.text("type", "type");
        if (context.type() != null) {
            return context.type();
        }
        if (own == null) {
            throw new InvalidEventException(Code.MISSING_FIELD, "type", "is missing");
        }
        return EventType.of(own);
    }

    private static Times times(JsonFields message, MessageContext context) {
        Instant original = message.instant("original_timestamp", "originalTimestamp", "timestamp");
        Instant sent = message.instant("sent_at", "sentAt");
        return Times.corrected(
                original, sent == null ? JsonFields.instant("sent_at", context.sentAt()) : sent, context.received());
    }

    /** The message id of an item that is no event, if it can be told back and stored. */
    private static @Nullable String storableId(JsonNode given) {
        String id = given.asText();
        boolean storable = (given.isTextual() || given.isIntegralNumber())
                && !id.isEmpty()
                && id.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(id)
                && id.getBytes(StandardCharsets.UTF_8).length <= MAX_MESSAGE_ID_BYTES;
        return storable ? id : null;
    }

    /** The customer of an item that is no event, so that it goes when the customer is erased. */
    private static @Nullable String customerId(JsonNode givenUser, JsonNode givenAnonymous) {
        String user = named(givenUser, id -> CustomerId.of(id, null));
        return user != null ? user : named(givenAnonymous, id -> CustomerId.of(null, id));
    }

    private static @Nullable String named(JsonNode given, Function<String, CustomerId> customer) {
        if (!given.isTextual() && !given.isIntegralNumber()) {
            return null;
        }
        try {
            return customer.apply(given.asText()).value();
        } catch (InvalidEventException nobody) {
            return null;
        }
    }
}
