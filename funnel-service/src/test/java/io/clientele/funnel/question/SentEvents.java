package io.clientele.funnel.question;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import io.clientele.funnel.TestShop;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/**
 * Events that reach the service under test as a shop's do: over the collection API. Sending one again changes nothing, so
 * that each test can send all that it needs.
 */
public final class SentEvents {

    private static final int BATCH = 500;

    private SentEvents() {}

    /** A message of the call track. */
    public static Map<String, Object> track(
            String id, String customer, String event, String time, Map<String, ?> properties) {
        Map<String, Object> message = message("track", id, customer, time);
        message.put("event", event);
        message.put("properties", properties);
        return message;
    }

    /** A message of any call, to be completed. */
    public static Map<String, Object> message(String type, String id, String customer, String time) {
        Map<String, Object> message = new HashMap<>();
        message.put("type", type);
        message.put("messageId", id);
        message.put("userId", customer);
        message.put("timestamp", Instant.parse(time).toString());
        return message;
    }

    /** Sends messages, all of which must be events, and makes them visible to searches. */
    public static void send(List<Map<String, Object>> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<Map<String, Object>> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
            post(batch).statusCode(200).body("rejected", equalTo(0));
        }
        refresh("events-write");
    }

    /** Sends messages and makes what becomes of them visible. */
    public static ValidatableResponse post(List<Map<String, Object>> messages) {
        TestShop.awaitReady();
        return given().auth()
                .preemptive()
                .basic(TestShop.WRITE_KEY, "")
                .contentType("application/json")
                .body(Map.of("batch", messages))
                .post("/v1/batch")
                .then();
    }

    public static void refresh(String index) {
        String elasticsearch = ConfigProvider.getConfig().getValue("quarkus.elasticsearch.hosts", String.class);
        given().baseUri("http://" + elasticsearch)
                .post("/" + index + "/_refresh")
                .then()
                .statusCode(200);
    }
}
