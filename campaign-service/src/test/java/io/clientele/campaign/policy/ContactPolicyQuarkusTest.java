package io.clientele.campaign.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.Ask;
import io.clientele.campaign.CampaignStack;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(CampaignStack.class)
class ContactPolicyQuarkusTest {

    private static final String POLICY =
            "{ caps { channel period most } quiet { from to outcome channels } fallbackHour holdout version changedBy }";
    private static final String GET = "{ contactPolicy " + POLICY + " }";
    private static final String SET =
            "mutation($input: ContactPolicyInput!) { setContactPolicy(input: $input) " + POLICY + " }";

    @Inject
    Pool pool;

    @BeforeEach
    void forget() {
        CampaignStack.awaitSchema();
        pool.query("DELETE FROM contact_policy").execute().await().indefinitely();
    }

    @Test
    void holdsAsConfiguredUntilItIsSet() {
        Ask.good(GET, Map.of())
                .body("data.contactPolicy.version", equalTo(0))
                .body("data.contactPolicy.changedBy", nullValue())
                .body("data.contactPolicy.caps.most", contains(3, 1, 3, 1, 2))
                .body("data.contactPolicy.caps[0].channel", nullValue())
                .body("data.contactPolicy.quiet.from", equalTo("22:00"))
                .body("data.contactPolicy.quiet.channels", contains("EMAIL", "WEBHOOK"))
                .body("data.contactPolicy.fallbackHour", equalTo(10));

        Map<String, ?> input = input(Map.of(
                "caps",
                List.of(Map.of("channel", "INBOX", "period", "MONTH", "most", 7)),
                "quiet",
                Map.of("from", "12:30", "to", "13:15", "outcome", "DROP", "channels", List.of("INBOX")),
                "fallbackHour",
                9,
                "holdout",
                0.05));
        Ask.good(SET, input);
        Ask.good(SET, input).body("data.setContactPolicy.version", equalTo(1));
        Ask.good(GET, Map.of())
                .body("data.contactPolicy.caps.channel", contains("INBOX"))
                .body("data.contactPolicy.quiet.to", equalTo("13:15"))
                .body("data.contactPolicy.quiet.outcome", equalTo("DROP"))
                .body("data.contactPolicy.holdout", equalTo(0.05f))
                .body("data.contactPolicy.changedBy", equalTo("tester"));
        Ask.good(SET, input(Map.of()))
                .body("data.setContactPolicy.version", equalTo(2))
                .body("data.setContactPolicy.quiet", nullValue());
    }

    @Test
    void refusesWhatCannotBe() {
        refused("input.caps[0].most", Map.of("caps", List.of(Map.of("period", "DAY", "most", -1))));
        Map<String, ?> cap = Map.of("channel", "EMAIL", "period", "DAY", "most", 1);
        refused("input.caps[1]", Map.of("caps", List.of(cap, cap)));
        refused("input.quiet.from", quiet("25:00", "08:00", List.of("EMAIL")));
        refused("input.quiet.to", quiet("22:00", "22:00", List.of("EMAIL")));
        refused("input.quiet.channels", quiet("22:00", "08:00", List.of()));
        refused("input.fallbackHour", Map.of("fallbackHour", 24));
        refused("input.fallbackHour", quiet("09:00", "11:00", List.of("EMAIL")));
        refused("input.holdout", Map.of("holdout", 0.51));
        refused("input.holdout", Map.of("holdout", -0.1));
    }

    @Test
    void isSetByMarketersOnly() {
        Ask.as("analyst", SET, input(Map.of())).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("analyst", GET, Map.of()).body("errors", nullValue());
        Ask.as("shopper", GET, Map.of()).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    private static void refused(String field, Map<String, ?> changes) {
        Ask.refused("INVALID_VALUE", field, SET, input(changes));
    }

    private static Map<String, ?> quiet(String from, String to, List<String> channels) {
        return Map.of("quiet", Map.of("from", from, "to", to, "channels", channels));
    }

    private static Map<String, ?> input(Map<String, ?> changes) {
        Map<String, Object> input = new HashMap<>(Map.of("key", Ask.key(), "caps", List.of()));
        input.putAll(changes);
        return Map.of("input", input);
    }
}
