package io.clientele.campaign.channel;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.channel.Receiver.Call;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.campaign.channel.TestDeliveries.define;
import static io.clientele.campaign.channel.TestDeliveries.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(DeliverySettings.class)
class WebhookDeliveryQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    TestDeliveries deliveries;

    @Inject
    Database database;

    @Inject
    Attempts attempts;

    @Inject
    DeliveryConfig config;

    private final String webhook = "w-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @AfterEach
    void goOn() {
        stopSending(false);
    }

    @Test
    void postsSignedMessageOnce() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String secret = define(webhook, receiver.url(), "SMS");
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));

            assertThat(receiver.ids()).containsExactly(contact);
            Call call = receiver.calls().getFirst();
            assertThat(WebhookVerification.isOurs(secret, call.id(), call.timestamp(), call.signatures(), call.body()))
                    .isTrue();
            call.body()[0]++;
            assertThat(WebhookVerification.isOurs(secret, call.id(), call.timestamp(), call.signatures(), call.body()))
                    .isFalse();
            call.body()[0]--;
            JsonNode data = call.json().path("data");
            assertThat(data.path("contact").asText()).isEqualTo(contact);
            assertThat(data.path("customer").asText()).isEqualTo("customer-of-" + contact);
            assertThat(data.at("/campaign/name").asText()).isEqualTo("Come back");
            assertThat(data.at("/message/body").asText()).isEqualTo("Dear customer");
            assertThat(data.path("coupon").isNull()).isTrue();
        }
    }

    @Test
    void triesAgainUnderTheSameKeyUntilItIsTaken() throws IOException {
        try (Receiver receiver = new Receiver().answering(call -> call == 1 ? 500 : call == 2 ? 429 : 204)) {
            define(webhook, receiver.url(), "PUSH");
            Instant begun = Instant.now();
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));

            assertThat(receiver.ids()).containsExactly(contact, contact, contact);
            assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void setsAsideWhatIsRefusedAndTakesItUpAgain() throws IOException {
        try (Receiver receiver = new Receiver().answering(call -> call == 1 ? 422 : 200)) {
            define(webhook, receiver.url(), "OTHER");
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("DEAD"));
            assertThat(receiver.calls()).hasSize(1);
            assertThat(deadLetters())
                    .contains(Map.of("contact", contact, "webhook", webhook, "problem", "it answered 422"));

            JsonPath retried = retry(contact);
            assertThat(retried.getString("data.retryDeadLetter.state"))
                    .as(retried.prettify())
                    .isEqualTo("QUEUED");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
            assertThat(receiver.ids()).containsExactly(contact, contact);
            assertThat(retry(contact).getString("errors[0].extensions.code")).isEqualTo("NOT_A_DEAD_LETTER");
            assertThat(retry("nobody").getString("errors[0].extensions.code")).isEqualTo("UNKNOWN_CONTACT");
        }
    }

    @Test
    void givesUpAfterManyAttempts() throws IOException {
        try (Receiver receiver = new Receiver().answering(_ -> 503)) {
            define(webhook, receiver.url(), "WECOM");
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("DEAD"));

            assertThat(receiver.calls()).hasSize(DeliverySettings.ATTEMPTS);
            assertThat(new HashSet<>(receiver.ids())).containsExactly(contact);
        }
    }

    @Test
    void isStoppedByNoReceiverThatHangsOrFails() throws IOException {
        try (Receiver hanging = new Receiver().hanging();
                Receiver failing = new Receiver().answering(_ -> 500);
                Receiver good = new Receiver()) {
            define(webhook + "-h", hanging.url(), "OTHER");
            define(webhook + "-f", failing.url(), "OTHER");
            define(webhook, good.url(), "OTHER");
            deliveries.toWebhook(webhook + "-h", 100);
            deliveries.toWebhook(webhook + "-f", 100);
            await().atMost(PATIENCE).until(() -> hanging.calls().size() >= DeliverySettings.IN_FLIGHT);
            List<String> contacts = deliveries.toWebhook(webhook, 100);

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(deliveries.withStatus(contacts, "SENT")).isEqualTo(100));
            assertThat(good.ids()).containsExactlyInAnyOrderElementsOf(contacts);
            assertThat(good.mostUnderWay()).isLessThanOrEqualTo(DeliverySettings.IN_FLIGHT);
        }
    }

    @Test
    void sendsWhatAKilledInstanceHadClaimedUnderTheSameKey() throws IOException {
        try (Receiver receiver = new Receiver()) {
            define(webhook, receiver.url(), "OTHER");
            stopSending(true);
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            // As another instance does that dies before, or right after, it has sent the message.
            deliveries.value(
                    "UPDATE delivery SET claim = claim + 1, attempts = 1, next_at = now() + interval '1 second'"
                            + " WHERE contact_id = $1 RETURNING claim",
                    contact);
            stopSending(false);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));

            assertThat(receiver.ids()).containsExactly(contact);
            assertThat(deliveries.value("SELECT attempts FROM delivery WHERE contact_id = $1", contact))
                    .isEqualTo(2);
        }
    }

    @Test
    void sendsEachMessageOnceFromTwoInstances() throws IOException {
        Dispatcher other = new Dispatcher(database, attempts, config);
        try (Receiver receiver = new Receiver()) {
            define(webhook, receiver.url(), "OTHER");
            stopSending(true);
            List<String> contacts = deliveries.toWebhook(webhook, 200);
            other.start(new StartupEvent());
            assertThat(receiver.calls()).isEmpty();

            stopSending(false);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(deliveries.withStatus(contacts, "SENT")).isEqualTo(200));
            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(contacts);
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    @Test
    void sendsNothingToWhoWithdrewSinceTheDecision() throws IOException {
        try (Receiver receiver = new Receiver()) {
            define(webhook, receiver.url(), "OTHER");
            stopSending(true);
            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            JsonPath set = post(
                    "marketer",
                    """
                    mutation($input: ConsentInput!) { setConsent(input: $input) { given } }""",
                    Map.of(
                            "input",
                            Map.of(
                                    "key",
                                    contact,
                                    "customer",
                                    "customer-of-" + contact,
                                    "scope",
                                    "ALL",
                                    "given",
                                    false)));
            assertThat(set.<Object>get("data.setConsent.given")).isEqualTo(false);
            stopSending(false);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("FAILED"));
            assertThat(receiver.calls()).isEmpty();
        }
    }

    @Test
    void signsWithBothSecretsWhileOneTakesTheOthersPlace() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String old = define(webhook, receiver.url(), "OTHER");
            JsonPath answer = post(
                    "admin",
                    """
                    mutation($input: DefineWebhookInput!) { defineWebhook(input: $input) { secret } }""",
                    Map.of(
                            "input",
                            Map.of(
                                    "key",
                                    webhook,
                                    "id",
                                    webhook,
                                    "name",
                                    "Test",
                                    "url",
                                    receiver.url(),
                                    "purpose",
                                    "OTHER",
                                    "newSecret",
                                    true)));
            String fresh = answer.getString("data.defineWebhook.secret");
            assertThat(fresh).as(answer.prettify()).startsWith("whsec_").isNotEqualTo(old);

            String contact = deliveries.toWebhook(webhook, 1).getFirst();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
            Call call = receiver.calls().getFirst();
            for (String secret : List.of(old, fresh)) {
                assertThat(WebhookVerification.isOurs(
                                secret, call.id(), call.timestamp(), call.signatures(), call.body()))
                        .isTrue();
            }
        }
    }

    @Test
    void showsTheSecretOnceAndTheQueryOfTheAddressNever() throws IOException {
        try (Receiver receiver = new Receiver()) {
            Map<String, Object> input = Map.of(
                    "input",
                    Map.of(
                            "key",
                            "once-" + webhook,
                            "id",
                            webhook,
                            "name",
                            "Test",
                            "url",
                            receiver.url(),
                            "purpose",
                            "SMS"));
            String define = "mutation($input: DefineWebhookInput!) { defineWebhook(input: $input) { secret url } }";
            assertThat(post("admin", define, input).getString("data.defineWebhook.secret"))
                    .isNotNull();
            JsonPath again = post("admin", define, input);
            assertThat(again.<Object>get("data.defineWebhook.secret")).isNull();
            assertThat(again.getString("data.defineWebhook.url")).endsWith("/messages?…");

            String all =
                    post("marketer", "{ webhooks { id secret url } }", Map.of()).prettify();
            assertThat(all).contains(webhook).doesNotContain("whsec_").doesNotContain("hidden");
            assertThat(post("analyst", "{ webhooks { id } }", Map.of()).getString("errors[0].extensions.code"))
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void namesTheFieldOfAWebhookThatIsWrong() {
        assertThat(refusal("no address at all", "x")).containsExactly("INVALID_URL", "input.url");
        assertThat(refusal("ftp://shop.example/", "x")).containsExactly("INVALID_URL", "input.url");
        assertThat(refusal("https://user:password@shop.example/", "x")).containsExactly("INVALID_URL", "input.url");
        assertThat(refusal("https://shop.example/", "Not An Id")).containsExactly("INVALID_VALUE", "input.id");
    }

    private static List<String> refusal(String url, String id) {
        JsonPath answer = post(
                "admin",
                """
                mutation($input: DefineWebhookInput!) { defineWebhook(input: $input) { id } }""",
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "id",
                                id,
                                "name",
                                "Test",
                                "url",
                                url,
                                "purpose",
                                "SMS")));
        return List.of(answer.getString("errors[0].extensions.code"), answer.getString("errors[0].extensions.field"));
    }

    private void stopSending(boolean stopped) {
        deliveries.value("UPDATE campaigns_change SET stopped = $1, number = number + 1 RETURNING number", stopped);
    }

    private static List<Map<String, Object>> deadLetters() {
        return post("analyst", "{ deadLetters(first: 1000) { edges { node { contact webhook problem } } } }", Map.of())
                .getList("data.deadLetters.edges.node");
    }

    private static JsonPath retry(String contact) {
        return post(
                "marketer",
                "mutation($contact: ID!) { retryDeadLetter(contact: $contact) { state } }",
                Map.of("contact", contact));
    }
}
