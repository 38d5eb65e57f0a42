package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.clientele.campaign.Ask;
import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that are sent to try campaigns out, on their way. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(DeliverySettings.class)
class TestSendDeliveryQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SEND = "mutation($input: TestSendInput!) { sendTest(input: $input) { id status } }";

    @Inject
    TestDeliveries deliveries;

    @Inject
    Campaigns campaigns;

    private final String campaign = "t-" + UUID.randomUUID();
    private final String customer = "cus-" + UUID.randomUUID();

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Test
    void marksAnEmailInItsSubject() throws Exception {
        String address = customer + "@x.example";
        Profiles.customer(customer, Map.of("email", address, "consent_email", "yes"));
        draft("EMAIL", null);
        GreenMail server =
                new GreenMail(new ServerSetup(Integer.getInteger(DeliverySettings.SMTP_PORT), "127.0.0.1", "smtp"));
        server.start();
        try {
            String contact = send();

            await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length > 0);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("[测试 · Test] Your cart");
            assertThat(mail.getAllRecipients()[0]).hasToString(address);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
        } finally {
            server.stop();
        }
    }

    @Test
    void tellsAWebhookThatItIsATest() throws Exception {
        Profiles.customer(customer, Map.of("consent_webhook", "yes"));
        try (Receiver receiver = new Receiver()) {
            TestDeliveries.define(campaign, receiver.url(), "SMS");
            draft("WEBHOOK", campaign);
            String contact = send();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
            assertThat(receiver.ids()).containsExactly(contact);
            JsonNode data = receiver.calls().getFirst().json().path("data");
            assertThat(data.path("test").booleanValue()).isTrue();
            assertThat(data.path("customer").asText()).isEqualTo(customer);
        }
    }

    @Test
    void showsAsDeadLetterWhatItsReceiverRefuses() throws Exception {
        Profiles.customer(customer, Map.of("consent_webhook", "yes"));
        try (Receiver receiver = new Receiver().answering(call -> call == 1 ? 400 : 200)) {
            TestDeliveries.define(campaign, receiver.url(), "SMS");
            draft("WEBHOOK", campaign);
            String contact = send();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("DEAD"));

            Ask.good(
                    "mutation($contact: ID!) { retryDeadLetter(contact: $contact) { state } }",
                    Map.of("contact", contact));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
            assertThat(receiver.ids()).containsExactly(contact, contact);
        }
    }

    @Test
    void writesToNoAddressThatIsNotWrittenToAgain() {
        draft("EMAIL", null);
        Profiles.customer(customer, Map.of("consent_email", "yes"));
        refused("NO_ADDRESS");
        Profiles.customer(customer, Map.of("email", customer + "@x.example"));
        refused("NO_CONSENT");
        Profiles.customer(customer, Map.of("email", customer + "@x.example", "consent_email", "yes"));
        deliveries.value("""
                INSERT INTO suppression (address_hash, channel, reason, at)
                VALUES (sha256(convert_to('email:' || $1, 'UTF8')), 'EMAIL', 'HARD_BOUNCE', now()) RETURNING channel""", customer + "@x.example");
        refused("SUPPRESSED_ADDRESS");

        assertThat(deliveries.value("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .isEqualTo(0L);
    }

    private void refused(String code) {
        Ask.refused(code, "input.customer", SEND, input());
    }

    private String send() {
        return Ask.data("marketer", SEND, input()).getString("data.sendTest.id");
    }

    private Map<String, ?> input() {
        return Map.of("input", Map.of("key", Ask.key(), "campaign", campaign, "customer", customer));
    }

    private void draft(String channel, @Nullable String webhook) {
        campaigns
                .save(
                        CampaignInputs.with(campaign, json -> {
                            ObjectNode variant = (ObjectNode) json.at("/variants/0");
                            variant.put("channel", channel);
                            if (webhook != null) {
                                variant.put("webhook", webhook);
                            }
                            return json;
                        }),
                        "test")
                .await()
                .atMost(PATIENCE);
    }
}
