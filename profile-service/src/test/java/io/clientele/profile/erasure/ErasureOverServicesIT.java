package io.clientele.profile.erasure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.profile.card.Questions;
import io.clientele.profile.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Erases over the packaged funnel-service, and then looks for the ids in everything that any store has. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(RealFunnel.class)
class ErasureOverServicesIT {

    private static final String USER = "lasting-user";
    private static final String DEVICE = "lasting-device";

    @ConfigProperty(name = "clientele.funnel.url")
    String funnel;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @Inject
    Database database;

    @Inject
    ServiceTokens tokens;

    @Test
    void leavesNoIdAnywhere() {
        Questions questions = new Questions(funnel);
        Stores stores = new Stores(database, elasticsearch);
        await().ignoreExceptions().until(() -> !stores.columns().isEmpty());
        send(1, message("identify", Map.of("userId", USER, "anonymousId", DEVICE, "traits", Map.of("plan", "gold"))));
        for (int i = 0; i < 5; i++) {
            send(1, message("track", Map.of("anonymousId", DEVICE, "event", "Product Viewed")));
        }
        send(1, message("track", Map.of("userId", "remaining-user", "event", "Product Viewed")));
        send(0, message("track", Map.of("userId", USER)));
        await().untilAsserted(() -> {
            assertThat(stores.naming(USER)).contains("customer.id", "customers", "events", "rejected-events");
            assertThat(stores.texts("SELECT home FROM rekey_decision")).isNotEmpty();
            assertThat(stores.texts("SELECT home FROM rekey_task")).isEmpty();
            assertThat(stores.naming("remaining-user")).contains("customers");
        });
        assertThat(export()).filteredOn(line -> line.startsWith("{\"event\"")).hasSize(6);

        String id = questions
                .answer(
                        "admin",
                        "mutation($in: EraseCustomerInput!) { eraseCustomer(input: $in) { id } }",
                        Map.of("in", Map.of("key", "k", "customer", DEVICE)))
                .at("/data/eraseCustomer/id")
                .asText();
        await().until(() -> proof(questions, id).path("state").asText().equals("FINISHED"));

        assertThat(stores.naming(USER)).isEmpty();
        assertThat(stores.naming(DEVICE)).isEmpty();
        assertThat(stores.naming("remaining-user")).contains("customer.id", "customers", "events");
        Map<String, String> counts = new HashMap<>();
        proof(questions, id)
                .path("counts")
                .forEach(count -> counts.put(
                        count.path("store").asText() + "/" + count.path("kind").asText(),
                        count.path("found").asText() + " " + count.path("left").asText()));
        assertThat(counts)
                .containsEntry("events/events", "6 0")
                .containsEntry("events/copies", "5 0")
                .containsEntry("events/rejected", "1 0")
                .containsEntry("customers/documents", "1 0")
                .containsEntry("postgresql/part", "2 0");
    }

    private static JsonNode proof(Questions questions, String id) {
        return questions
                .answer(
                        "admin",
                        "query($id: ID!) { erasure(id: $id) { state obstacle counts { store kind found left } } }",
                        Map.of("id", id))
                .at("/data/erasure");
    }

    private List<String> export() {
        return given().auth()
                .oauth2(TestTokens.token("admin"))
                .get("/v1/customers/export?customer=" + USER)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private void send(int accepted, Map<String, Object> message) {
        given().auth()
                .oauth2(tokens.issue())
                .contentType("application/json")
                .body(Map.of("batch", List.of(message)))
                .post(funnel + "/internal/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(accepted));
    }

    private static Map<String, Object> message(String type, Map<String, Object> content) {
        Map<String, Object> message = new HashMap<>(content);
        message.put("type", type);
        message.put("messageId", UUID.randomUUID().toString());
        return message;
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }
}
