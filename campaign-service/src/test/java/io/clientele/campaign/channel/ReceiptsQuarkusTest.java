package io.clientele.campaign.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(DeliverySettings.class)
class ReceiptsQuarkusTest {

    /** Nobody listens there: what is sent waits. */
    private static final String NOWHERE = "http://127.0.0.1:1/";

    @Inject
    TestDeliveries deliveries;

    private final String webhook = "r-" + UUID.randomUUID().toString().substring(0, 8);
    private String secret = "";

    @BeforeEach
    void defineWebhook() {
        CampaignStack.awaitSchema();
        secret = TestDeliveries.define(webhook, NOWHERE, "SMS");
    }

    @Test
    void movesForwardOnlyInWhateverOrderItIsTold() {
        List<String> contacts = deliveries.toWebhook(webhook, 3);

        assertThat(send(
                        receipt(contacts.get(0), "clicked"), receipt(contacts.get(0), "delivered"),
                        receipt(contacts.get(1), "delivered"), receipt(contacts.get(2), "bounced")))
                .isEqualTo(Map.of("accepted", 4, "rejected", 0, "errors", List.of()));
        assertThat(statuses(contacts)).containsExactly("CLICKED", "DELIVERED", "BOUNCED");

        send(receipt(contacts.get(0), "opened"), receipt(contacts.get(1), "opened"));
        send(receipt(contacts.get(1), "opened"), receipt(contacts.get(1), "bounced"));
        assertThat(statuses(contacts)).containsExactly("CLICKED", "OPENED", "BOUNCED");
        assertThat(deliveries.value(
                        "SELECT count(*) FROM delivery WHERE contact_id = ANY($1) AND state <> 'SENT'",
                        (Object) contacts.toArray(String[]::new)))
                .isEqualTo(0L);
    }

    @Test
    void takesTheSameManyTimesAtOnceAndOnce() throws Exception {
        List<String> contacts = deliveries.toWebhook(webhook, 20);
        List<String> backwards = contacts.reversed();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> order = i % 2 == 0 ? contacts : backwards;
            calls.add(() -> (Integer) send(order.stream()
                            .map(contact -> receipt(contact, "unsubscribed"))
                            .toArray(String[]::new))
                    .get("accepted"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(20);
            }
        }

        assertThat(deliveries.value("""
                        SELECT count(*) FROM suppression WHERE contact_id = ANY($1) AND reason = 'UNSUBSCRIBED'""", (Object) contacts.toArray(String[]::new)))
                .isEqualTo(20L);
        assertThat(deliveries.value("""
                        SELECT count(*) FROM consent JOIN contact ON contact.customer_id = consent.customer_id
                        WHERE contact.id = ANY($1) AND NOT given AND scope = 'WEBHOOK'""", (Object) contacts.toArray(String[]::new)))
                .isEqualTo(20L);
    }

    @Test
    void tellsOfEachThatCannotBeTakenAndTakesTheOthers() {
        String contact = deliveries.toWebhook(webhook, 1).getFirst();
        String other = "o-" + webhook;
        TestDeliveries.define(other, NOWHERE, "OTHER");
        String foreign = deliveries.toWebhook(other, 1).getFirst();

        Map<String, Object> answer = send(
                receipt("nobody", "opened"),
                receipt(foreign, "opened"),
                receipt(contact, "lost"),
                receipt("", "opened"),
                "{\"contact\": \"" + contact + "\", \"status\": \"opened\", \"at\": \"yesterday\"}",
                "7",
                receipt(contact, "opened"));

        assertThat(answer).containsEntry("accepted", 1).containsEntry("rejected", 6);
        assertThat(codes(answer))
                .containsExactlyInAnyOrder(
                        "receipts[0].contact UNKNOWN_CONTACT",
                        "receipts[1].contact UNKNOWN_CONTACT",
                        "receipts[2].status UNKNOWN_STATUS",
                        "receipts[3].contact INVALID_VALUE",
                        "receipts[4].at INVALID_VALUE",
                        "receipts[5].contact INVALID_VALUE");
        assertThat(deliveries.status(contact)).isEqualTo("OPENED");
        assertThat(deliveries.status(foreign)).isNotEqualTo("OPENED");
    }

    @Test
    void takesNothingThatIsNotSignedNowByTheWebhook() {
        String contact = deliveries.toWebhook(webhook, 1).getFirst();
        byte[] body = body(receipt(contact, "clicked"));
        long now = Instant.now().getEpochSecond();
        SigningSecret own = secret(secret);

        assertThat(code(post(body, "id", now, "v1,AAAA"))).isEqualTo("INVALID_SIGNATURE");
        assertThat(code(post(body, "id", now, SigningSecret.fresh().sign("id", now, body))))
                .isEqualTo("INVALID_SIGNATURE");
        assertThat(code(post(body, "other", now, own.sign("id", now, body)))).isEqualTo("INVALID_SIGNATURE");
        assertThat(code(post(body, "id", now + 1, own.sign("id", now, body)))).isEqualTo("INVALID_SIGNATURE");
        assertThat(code(post(body, "id", now - 301, own.sign("id", now - 301, body))))
                .isEqualTo("STALE_SIGNATURE");
        assertThat(code(post(body, "id", now + 330, own.sign("id", now + 330, body))))
                .isEqualTo("STALE_SIGNATURE");
        assertThat(code(given().contentType("application/json").body(body).post("/v1/receipts")))
                .isEqualTo("INVALID_SIGNATURE");
        assertThat(deliveries.status(contact)).isNotEqualTo("CLICKED");
        assertThat(post(body, "id", now, "v1,AAAA " + own.sign("id", now, body)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyThatIsNone() {
        assertThat(code(signed("[]".getBytes(StandardCharsets.UTF_8)))).isEqualTo("INVALID_TYPE");
        assertThat(code(signed("{".getBytes(StandardCharsets.UTF_8)))).isEqualTo("MALFORMED_JSON");
        assertThat(code(signed("{}".getBytes(StandardCharsets.UTF_8)))).isEqualTo("MISSING_FIELD");
        assertThat(code(signed("{\"receipts\": []}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("INVALID_VALUE");
    }

    private Map<String, Object> send(String... receipts) {
        Response response = signed(body(receipts));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getMap("");
    }

    private Response signed(byte[] body) {
        long now = Instant.now().getEpochSecond();
        String id = UUID.randomUUID().toString();
        return post(body, id, now, secret(secret).sign(id, now, body));
    }

    private static Response post(byte[] body, String id, long timestamp, String signature) {
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature)
                .body(body)
                .post("/v1/receipts");
    }

    private byte[] body(String... receipts) {
        return ("{\"webhook\": \"" + webhook + "\", \"receipts\": [" + String.join(", ", receipts) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String receipt(String contact, String status) {
        return "{\"contact\": \"" + contact + "\", \"status\": \"" + status + "\"}";
    }

    private List<Object> statuses(List<String> contacts) {
        return contacts.stream().map(deliveries::status).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Map<String, Object> answer) {
        return ((List<Map<String, Object>>) answer.getOrDefault("errors", List.of()))
                .stream()
                        .map(error -> error.get("field") + " " + error.get("code"))
                        .toList();
    }

    private static String code(Response response) {
        return response.jsonPath().getString("error.code");
    }

    private static SigningSecret secret(String text) {
        return new SigningSecret(Base64.getDecoder().decode(text.substring(SigningSecret.PREFIX.length())));
    }
}
