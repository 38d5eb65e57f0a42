package io.clientele.profile.fold;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.smallrye.mutiny.Uni;

import static io.restassured.RestAssured.given;

/** Events for tests, and their way to the feed. */
record Shop(String feed) {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    void append(List<Event> events) {
        appendRaw(events.stream()
                .map(event -> new String(EventDocument.bytes(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n")));
    }

    void append(Event... events) {
        append(List.of(events));
    }

    void appendRaw(String lines) {
        given().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(feed + "/append")
                .then()
                .statusCode(200);
    }

    String ask(String path) {
        return given().get(feed + path).then().statusCode(200).extract().asString();
    }

    static Event viewed(String messageId, @Nullable String user, @Nullable String device, int minute) {
        return Event.builder(messageId, EventType.TRACK, CustomerId.of(user, device), at(minute), "shop")
                .name("Product Viewed")
                .build();
    }

    static Event identified(
            String messageId, @Nullable String user, @Nullable String device, int minute, @Nullable String email) {
        FreeFields traits = email == null
                ? FreeFields.NONE
                : FreeFields.of("traits", JsonNodeFactory.instance.objectNode().put("email", email));
        return Event.builder(messageId, EventType.IDENTIFY, CustomerId.of(user, device), at(minute), "shop")
                .traits(traits)
                .build();
    }

    static Event aliased(String messageId, String user, String previous, int minute) {
        return Event.builder(messageId, EventType.ALIAS, CustomerId.of(user, null), at(minute), "shop")
                .previousId(previous)
                .build();
    }

    static Times at(int minute) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return new Times(at, at.plusMillis(1), null, null);
    }

    static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
