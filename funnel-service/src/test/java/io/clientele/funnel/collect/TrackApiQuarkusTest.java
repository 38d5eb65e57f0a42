package io.clientele.funnel.collect;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.Graphql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class TrackApiQuarkusTest {

    private static final String TRACK = "mutation($events: [TrackInput!]!) { track(events: $events) {"
            + " accepted duplicate rejected items { index status code field } } }";

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void storesEventsWithTheirProperties() {
        Map<String, Object> event = Map.of(
                "messageId",
                id,
                "event",
                "Product Added",
                "userId",
                "u1",
                "properties",
                Map.of("product_id", "p-1", "price", 9.5, "currency", "EUR", "shelf", List.of(1, 2)),
                "context",
                Map.of("channel", "app"));
        track("admin", event)
                .body("errors", nullValue())
                .body("data.track.accepted", equalTo(1))
                .body("data.track.items.size()", equalTo(0));
        track("admin", event).body("data.track.duplicate", equalTo(1));

        JsonNode stored = new StoreProbe(elasticsearch).byMessageId(id).at("/0/_source");
        assertThat(stored.at("/source").asText()).isEqualTo("graphql");
        assertThat(stored.at("/product/0/price").asLong()).isEqualTo(9_500_000L);
        assertThat(stored.at("/channel").asText()).isEqualTo("app");
        assertThat(stored.at("/properties/shelf/1").asInt()).isEqualTo(2);
    }

    @Test
    void saysItemByItemWhatIsNoEvent() {
        track("admin", Map.of("messageId", id, "event", "A", "userId", "u1", "timestamp", "yesterday"))
                .body("errors", nullValue())
                .body("data.track.rejected", equalTo(1))
                .body("data.track.items[0].status", equalTo("REJECTED"))
                .body("data.track.items[0].code", equalTo("INVALID_VALUE"));
    }

    @Test
    void letsAShopperSpeakForNobodyElse() {
        track("shopper", Map.of("messageId", id, "event", "A", "userId", "somebody-else"))
                .body("errors[0].extensions.code", equalTo("FOREIGN_CUSTOMER"))
                .body("errors[0].extensions.field", equalTo("events"));
        assertThat(new StoreProbe(elasticsearch).byMessageId(id)).isEmpty();
    }

    @Test
    void tellsWhatAShopperSaysFromWhatOthersSay() {
        Graphql.askWith(
                        TestTokens.ofUser("tracking-shopper", "shopper"),
                        TRACK,
                        Map.of("events", List.of(Map.of("messageId", id, "event", "A"))))
                .body("data.track.accepted", equalTo(1));
        assertThat(new StoreProbe(elasticsearch)
                        .byMessageId(id)
                        .at("/0/_source/source")
                        .asText())
                .isEqualTo("shopper");
    }

    @Test
    void isClosedToAnalysts() {
        track("analyst", Map.of("messageId", id, "event", "A", "userId", "u1"))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void refusesAnEmptyList() {
        Graphql.askAs("admin", TRACK, Map.of("events", List.of()))
                .body("errors[0].extensions.code", equalTo("EMPTY_BATCH"));
    }

    private static ValidatableResponse track(String role, Map<String, Object> event) {
        return Graphql.askAs(role, TRACK, Map.of("events", List.of(event)));
    }
}
