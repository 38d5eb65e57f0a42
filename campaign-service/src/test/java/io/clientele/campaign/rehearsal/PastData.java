package io.clientele.campaign.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.trigger.Feed;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;
import io.clientele.localstack.SharedStack;

import static io.restassured.RestAssured.given;

/** Customers, and what they did in days that are over. */
public final class PastData {

    static final Instant FROM = Instant.parse("2026-03-10T00:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofDays(3));

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York");

    private PastData() {}

    /** Customers of three zones, two of three in the segment, one in four known by a device as well; events of all kinds. */
    static List<Event> shoppers(String prefix, String segment, int customers) {
        Profiles.segment(segment, "MANUAL");
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            String id = prefix + "-" + i;
            List<String> ids = i % 4 == 0 ? List.of(id, "anon:" + id) : List.of(id);
            String[] segments = i % 3 == 0 ? new String[0] : new String[] {segment};
            Profiles.customer(id, ids, Map.of("timezone", ZONES.get(i % ZONES.size())), segments);
            for (int n = 0; n < 3; n++) {
                Instant added = within(random, Duration.ofDays(3));
                String who = ids.get(random.nextInt(ids.size()));
                events.add(event(who, "Product Added", added));
                if (random.nextInt(3) == 0) {
                    events.add(event(id, "Order Completed", added.plusMillis(random.nextInt(3_600_000))));
                }
            }
        }
        events.removeIf(event -> !event.times().timestamp().isBefore(TO));
        events.sort(
                Comparator.comparing((Event event) -> event.times().timestamp()).thenComparing(Event::messageId));
        return events;
    }

    private static Instant within(Random random, Duration time) {
        return FROM.plusMillis((long) (random.nextDouble() * time.toMillis()));
    }

    static Event event(String customer, String name, Instant at) {
        return Feed.event(UUID.randomUUID().toString(), customer, name, at).build();
    }

    /** Begins with an index that has no events. */
    public static void clear() {
        String index = SharedStack.elasticsearch().uri() + "/" + EventsIndex.NAME;
        given().delete(index);
        given().contentType("application/json")
                .body(EventsIndex.creation(SearchEngine.ELASTICSEARCH, 2, 0).toString())
                .put(index)
                .then()
                .statusCode(200);
    }

    /** Puts events where funnel-service keeps them. */
    public static void index(List<Event> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append("{\"index\":{\"_id\":\"")
                .append(event.messageId())
                .append("\"}}\n")
                .append(new String(EventDocument.bytes(event), StandardCharsets.UTF_8))
                .append('\n'));
        boolean errors = given().contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post(SharedStack.elasticsearch().uri() + "/" + EventsIndex.WRITE_ALIAS + "/_bulk?refresh=true")
                .then()
                .statusCode(200)
                .extract()
                .path("errors");
        if (errors) {
            throw new IllegalStateException("Elasticsearch refuses events");
        }
    }

    /** For a segment, with a benefit and limits of every kind. */
    static UnaryOperator<ObjectNode> limited(String segment, String benefit) {
        return json -> {
            json.withObject("/audience").put("segment", segment);
            json.withObject("/reentry").put("after", "PT6H");
            json.put("control", 0.15);
            json.withObject("/budget").put("total", 1_500).put("perDay", 500);
            ((ObjectNode) json.at("/variants/0")).put("benefit", benefit).put("cost", 0.25);
            return json;
        };
    }
}
