package io.clientele.profile.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.clientele.profile.card.Questions;

/** Events whose message ids name nobody, and their way to the feed. */
record Visitors(Questions questions) {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** An identify of a user on a device, which claims it; a page view of who is alone. */
    void tell(@Nullable String user, @Nullable String device, int minute, @Nullable String email) {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        if (user == null || device == null) {
            questions.append(event(user, device, at, at));
            return;
        }
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        if (email != null) {
            traits.put("email", email);
        }
        questions.append(Event.builder(key(), EventType.IDENTIFY, CustomerId.of(user, device), times(at, at), "shop")
                .traits(FreeFields.of("traits", traits))
                .build());
    }

    static Event event(@Nullable String user, @Nullable String device, Instant at, Instant receivedAt) {
        return Event.builder(key(), EventType.TRACK, CustomerId.of(user, device), times(at, receivedAt), "shop")
                .name("Product Viewed")
                .build();
    }

    static Event alias(String user, String previous) {
        return Event.builder(key(), EventType.ALIAS, CustomerId.of(user, null), times(NOON, NOON), "shop")
                .previousId(previous)
                .build();
    }

    private static Times times(Instant at, Instant receivedAt) {
        return new Times(at, receivedAt, null, null);
    }

    static String sha256(String id) throws NoSuchAlgorithmException {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Unlike any other. */
    static String key() {
        return UUID.randomUUID().toString();
    }
}
