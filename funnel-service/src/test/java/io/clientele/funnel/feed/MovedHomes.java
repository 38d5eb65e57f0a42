package io.clientele.funnel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.funnel.StoreProbe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Puts by hand what re-keying and erasing leave. */
final class MovedHomes {

    private final String elasticsearch;

    MovedHomes(String elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The home of an event as it stands, with its sequence number. */
    JsonNode home(String messageId) {
        JsonNode hits = new StoreProbe(elasticsearch).byMessageId(messageId);
        assertThat(hits).hasSize(1);
        JsonNode home = given().baseUri("http://" + elasticsearch)
                .get("/events-write/_doc/" + messageId + "?routing="
                        + hits.get(0).path("_routing").asText())
                .as(JsonNode.class);
        assertThat(home.path("found").asBoolean()).isTrue();
        return home;
    }

    /** Leaves in the home what keeps it, as re-keying does. */
    void move(String messageId) {
        JsonNode home = home(messageId);
        ObjectNode tombstone = JsonNodeFactory.instance.objectNode();
        tombstone.put("tombstone", true).put("message_id", messageId);
        tombstone.put("home_seq_no", home.path("_seq_no").longValue());
        tombstone.put("home_customer_id", home.at("/_source/customer_id").textValue());
        tombstone.set("home", home.path("_source"));
        replace(home, tombstone);
    }

    /** Puts a document, of several lines, in the place of a home. */
    void replace(JsonNode home, ObjectNode document) {
        given().baseUri("http://" + elasticsearch)
                .contentType("application/json")
                .body(document.toPrettyString())
                .put("/events-write/_doc/%s?routing=%s&if_seq_no=%d&if_primary_term=%d"
                        .formatted(
                                home.path("_id").asText(),
                                home.path("_routing").asText(),
                                home.path("_seq_no").longValue(),
                                home.path("_primary_term").longValue()))
                .then()
                .statusCode(200);
    }
}
