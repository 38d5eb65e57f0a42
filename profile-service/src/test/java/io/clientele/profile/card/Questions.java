package io.clientele.profile.card;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.clientele.edge.testing.TestTokens;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Events that the feed is to tell, and questions to the service. */
public record Questions(String feed) {

    /** Puts events into the feed. */
    public void append(Event... events) {
        String lines = List.of(events).stream()
                .map(event -> new String(EventDocument.bytes(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        given().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(feed + "/append")
                .then()
                .statusCode(200);
    }

    /** What an analyst is answered; the answer has no errors. */
    public JsonNode ask(String query, Map<String, ?> variables) {
        JsonNode answer = answer("analyst", query, variables);
        if (answer.has("errors")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.path("data");
    }

    /** What somebody of a role is answered. */
    public JsonNode answer(String role, String query, Map<String, ?> variables) {
        String answer = given().header("Authorization", "Bearer " + TestTokens.token(role))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return EventDocument.MAPPER.readTree(answer);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer, notJson);
        }
    }

    /** What stands in a list, or in a field of what stands there, as text; null where that is null. */
    public static List<@Nullable String> texts(JsonNode list, String pointer) {
        List<@Nullable String> texts = new ArrayList<>();
        list.forEach(each -> {
            JsonNode value = each.at(pointer);
            texts.add(value.isValueNode() && !value.isNull() ? value.asText() : null);
        });
        return texts;
    }

    /** Waits until a customer has a trait that only the last of its events brings. */
    public void awaitTrait(String customer, String trait) {
        await().ignoreExceptions()
                .until(() -> ask("query($id: ID!) { customer(id: $id) { traits } }", Map.of("id", customer))
                        .at("/customer/traits")
                        .asText()
                        .contains(trait));
    }

    /** An identify that sets a trait of the same name and value. */
    public static Event identified(@Nullable String user, @Nullable String device, Instant at, String trait) {
        ObjectNode traits = JsonNodeFactory.instance.objectNode().put(trait, trait);
        return event(EventType.IDENTIFY, user, device, at)
                .traits(FreeFields.of("traits", traits))
                .build();
    }

    /** An event of a kind, to be filled in. */
    public static EventBuilder event(EventType type, @Nullable String user, @Nullable String device, Instant at) {
        String id = type + "-" + user + "-" + device + "-" + at;
        return Event.builder(id, type, CustomerId.of(user, device), new Times(at, at, null, null), "shop");
    }
}
