package io.clientele.funnel.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.funnel.question.SentEvents;

import static io.restassured.RestAssured.given;

/** Events of one test, told from all others by their channel, and what is stored of them. */
public final class Visit {

    public static final Instant START = Instant.parse("2009-05-01T00:00:00Z");

    private final String run = UUID.randomUUID().toString();

    /** Different for each test. */
    public String run() {
        return run;
    }

    /** A customer's id that no other test has. */
    public String named(String name) {
        return name + "-" + run;
    }

    /** An event of the device or user, a minute after the one with the number before it. */
    public Map<String, Object> event(int number, String customer) {
        Map<String, Object> message = SentEvents.track(
                id(number),
                customer,
                "Product Viewed",
                START.plusSeconds(60L * number).toString(),
                Map.of("channel", run, "session_id", "s", "order_id", "o" + number, "revenue", 10, "weight", 1.50));
        if (customer.startsWith("anon:")) {
            message.remove("userId");
            message.put("anonymousId", customer.substring("anon:".length()));
        }
        return message;
    }

    public String id(int number) {
        return "m" + number + "-" + run;
    }

    /** Sends events of the customer with these numbers. */
    public void send(String customer, int from, int to) {
        SentEvents.send(IntStream.range(from, to)
                .mapToObj(number -> event(number, customer))
                .collect(Collectors.toList()));
    }

    /** What analyses see: by message id, the customers that the event is counted for, one for each time. */
    public Map<String, List<String>> seen() {
        Map<String, List<String>> seen = new HashMap<>();
        for (JsonNode hit : seenDocuments()) {
            seen.computeIfAbsent(hit.at("/_source/message_id").asText(), absent -> new ArrayList<>())
                    .add(hit.at("/_source/customer_id").asText());
        }
        return seen;
    }

    /** The hits of the alias for analyses. */
    public JsonNode seenDocuments() {
        return search("events", "{\"size\":10000,\"query\":{\"term\":{\"channel\":\"" + run + "\"}}}");
    }

    /** What stands in the home of an event. */
    public JsonNode home(int number, String routing) {
        return json(given().baseUri(elasticsearch())
                .get("/events-write/_doc/{id}?routing={routing}", id(number), routing)
                .asString());
    }

    /** The hits of any search, after a refresh. */
    public static JsonNode search(String index, String body) {
        SentEvents.refresh(index);
        return json(given().baseUri(elasticsearch())
                        .contentType("application/json")
                        .body(body)
                        .post("/" + index + "/_search")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .at("/hits/hits");
    }

    public static String elasticsearch() {
        return "http://" + ConfigProvider.getConfig().getValue("quarkus.elasticsearch.hosts", String.class);
    }

    /** JSON as the service reads it, decimals as they stand. */
    public static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
