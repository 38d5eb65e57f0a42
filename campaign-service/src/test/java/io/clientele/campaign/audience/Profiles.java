package io.clientele.campaign.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.restassured.RestAssured.given;

/** Tells {@link FakeProfiles} of customers and segments. */
public final class Profiles {

    private Profiles() {}

    /** A customer who is known by its own id alone. */
    public static void customer(String id, Map<String, String> traits, String... segments) {
        customer(id, List.of(id), traits, segments);
    }

    /** A customer who is known by several ids, of whom everything was read. */
    public static void customer(String id, List<String> ids, Map<String, String> traits, String... segments) {
        ObjectNode card = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("tier", "LOYAL")
                .put("lastSeen", "2100-01-01T00:00:00Z");
        ArrayNode all = card.putArray("ids");
        ids.forEach(all::add);
        ObjectNode texts = card.putObject("traits");
        traits.forEach(texts::put);
        ArrayNode memberOf = card.putArray("segments");
        List.of(segments).forEach(memberOf::add);
        ArrayNode hours = card.putArray("hours");
        for (int hour = 0; hour < 24; hour++) {
            hours.add(hour == 20 ? 9 : 0);
        }
        tell("card", card.toString());
    }

    /** A segment; who is a member stands on the customers' cards. */
    public static void segment(String id, String kind) {
        segment(id, id, kind);
    }

    /** A segment that people call by another name. */
    public static void segment(String id, String name, String kind) {
        tell(
                "segment",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("name", name)
                        .put("kind", kind)
                        .toString());
    }

    /** Somebody enters a segment or leaves it. */
    public static void change(String customer, String segment, boolean entered, Instant at) {
        tell(
                "change",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("customer", customer)
                        .put("segment", segment)
                        .put("entered", entered)
                        .put("at", at.toString())
                        .toString());
    }

    /** Whether profile-service answers nothing. */
    public static void away(boolean away) {
        tell("away", String.valueOf(away));
    }

    /** The condition of a segment that was defined. */
    public static String condition(String segment) {
        return given().body("{\"ids\": [\"" + segment + "\"]}")
                .post(System.getProperty(FakeProfiles.URL) + "/internal/v1/segments/exist")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void tell(String what, String json) {
        given().body(json)
                .post(System.getProperty(FakeProfiles.URL) + "/test/" + what)
                .then()
                .statusCode(200);
    }
}
