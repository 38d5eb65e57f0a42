package io.clientele.campaign.channel;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.campaign.channel.TestDeliveries.post;
import static org.assertj.core.api.Assertions.assertThat;

/** What campaigns are sent through is there before they are; this service has no mail server. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class ChannelCheckQuarkusTest {

    private final String id = "check-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Test
    void refusesWebhooksThatTakeNoMessages() {
        assertThat(save(Map.of("name", "a", "channel", "WEBHOOK", "webhook", "nowhere", "body", "Hello")))
                .containsExactly("UNKNOWN_WEBHOOK", "input.variants[0].webhook");

        TestDeliveries.define(id, "https://receiver.example/", "EMAIL_RECEIPTS");
        assertThat(save(Map.of("name", "a", "channel", "WEBHOOK", "webhook", id, "body", "Hello")))
                .containsExactly("UNKNOWN_WEBHOOK", "input.variants[0].webhook");

        String other = "o-" + id;
        TestDeliveries.define(other, "https://receiver.example/", "SMS");
        assertThat(save(Map.of("name", "a", "channel", "WEBHOOK", "webhook", other, "body", "Hello")))
                .isEmpty();
    }

    @Test
    void launchesNoEmailWithoutAMailServer() {
        assertThat(save(Map.of("name", "a", "channel", "EMAIL", "subject", "Hello", "body", "<p>Hello</p>")))
                .isEmpty();

        assertThat(refusal(
                        post("marketer", "mutation($id: ID!) { launchCampaign(id: $id) { state } }", Map.of("id", id))))
                .containsExactly("NO_MAIL_SERVER", "input.variants[0].channel");
    }

    private List<String> save(Map<String, String> variant) {
        Map<String, Object> event = Map.of("event", Map.of("event", "Product Added"));
        Map<String, Object> input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "id",
                id,
                "name",
                "Check",
                "trigger",
                event,
                "variants",
                List.of(variant),
                "goal",
                Map.of("event", Map.of("event", "Order Completed"), "within", "P7D"));
        return refusal(post(
                "marketer",
                "mutation($input: CampaignInput!) { saveCampaign(input: $input) { id } }",
                Map.of("input", input)));
    }

    private static List<String> refusal(JsonPath answer) {
        return answer.get("errors") == null
                ? List.of()
                : List.of(
                        answer.getString("errors[0].extensions.code"), answer.getString("errors[0].extensions.field"));
    }
}
