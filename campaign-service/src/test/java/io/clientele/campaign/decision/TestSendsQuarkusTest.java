package io.clientele.campaign.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Ask;
import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.effect.TestExposures;
import io.clientele.campaign.effect.TestExposures.Exposed;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.campaign.effect.TestExposures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Messages that are sent to try campaigns out, as clients ask for them. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class TestSendsQuarkusTest {

    private static final String SEND = """
            mutation($input: TestSendInput!) { sendTest(input: $input) {
                id decision reason channel variant subject body link status test
                coupon { code } customer { id } campaign { id } } }""";

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    DecisionRound round;

    @Inject
    TestExposures exposures;

    private final String campaign = "t-" + UUID.randomUUID();
    private final String customer = "cus-" + UUID.randomUUID();

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
    }

    @Test
    void putsADraftsMessageIntoTheInboxWithSamplesOfWhatIsNotThere() {
        Profiles.customer(customer, List.of(customer, "anon:" + customer), Map.of("first_name", "Ann"));
        String benefit = benefit();
        draft(json -> variantField(variantField(json, "benefit", benefit), "body", """
                {{ customer.first_name }}: {{ event.product.name }}, {{ coupon.name }} {{ coupon.code }}\
                {% for one in products %} +{{ one.price }}{% endfor %}"""));

        JsonPath sent = Ask.data("marketer", SEND, input(Ask.key(), "anon:" + customer, null));

        assertThat(sent.getString("data.sendTest.body"))
                .isEqualTo("Ann: 示例商品 · Sample product, Twenty off TEST-****-****-**** +99 +99 +99");
        assertThat(sent.getString("data.sendTest.decision")).isEqualTo("SENT");
        assertThat(sent.getString("data.sendTest.status")).isEqualTo("DELIVERED");
        assertThat(sent.getBoolean("data.sendTest.test")).isTrue();
        assertThat(sent.<Object>get("data.sendTest.coupon")).isNull();
        assertThat(sent.getString("data.sendTest.customer.id")).isEqualTo(customer);
        assertThat(sent.getString("data.sendTest.campaign.id")).isEqualTo(campaign);
        JsonPath inbox = Ask.customer("marketer", customer, "inbox { id test } contacts { edges { node { test } } }");
        assertThat(inbox.getList("data._entities[0].inbox.test")).containsExactly(true);
        assertThat(inbox.getList("data._entities[0].contacts.edges.node.test")).containsExactly(true);
        assertThat(count("SELECT count(*) FROM coupon WHERE benefit_id = $1", benefit))
                .isZero();
        assertThat(count("SELECT taken::bigint FROM benefit WHERE id = $1", benefit))
                .isZero();
    }

    @Test
    void sendsTheSameKeyOnceAndOtherThingsUnderItNever() {
        Profiles.customer(customer, Map.of());
        draft(json -> json);
        String key = Ask.key();
        Map<String, ?> input = input(key, customer, "a");

        String first = Ask.data("marketer", SEND, input).getString("data.sendTest.id");
        Profiles.away(true);
        try {
            assertThat(Ask.data("admin", SEND, input).getString("data.sendTest.id"))
                    .isEqualTo(first);
        } finally {
            Profiles.away(false);
        }
        Ask.refused("KEY_REUSED", "input.key", SEND, input(key, "somebody-else", "a"));

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .isEqualTo(1);
        assertThat(Ask.data("marketer", SEND, input(Ask.key(), customer, "a")).getString("data.sendTest.id"))
                .isNotEqualTo(first);
    }

    @Test
    void sendsTheVariantThatIsNamed() {
        Profiles.customer(customer, Map.of());
        draft(json -> {
            ArrayNode variants = (ArrayNode) json.get("variants");
            ObjectNode second = variants.get(0).deepCopy();
            variants.add(second.put("name", "b").put("channel", "POPUP").put("body", "The other."));
            return json;
        });

        JsonPath sent = Ask.data("marketer", SEND, input(Ask.key(), customer, "b"));

        assertThat(sent.getString("data.sendTest.body")).isEqualTo("The other.");
        assertThat(sent.getString("data.sendTest.channel")).isEqualTo("POPUP");
    }

    @Test
    void standsInNobodysWay() {
        Profiles.customer(customer, Map.of());
        draft(json -> {
            ((ObjectNode) json.at("/variants/0")).put("cost", 2);
            return json;
        });
        now(campaigns.launch(campaign, "test"));
        Ask.good(SEND, input(Ask.key(), customer, null)).body("data.sendTest.id", notNullValue());

        Map<String, List<CappedContact>> past = now(database.inTransaction(
                transaction -> ContactWriting.past(transaction, List.of(customer), LocalDate.EPOCH)));
        assertThat(past).isEmpty();
        assertThat(count("SELECT count(*) FROM campaign_spending WHERE campaign_id = $1", campaign))
                .isZero();
        assertThat(count("""
                        SELECT count(*) FROM contact_outbox JOIN contact ON contact.id = contact_id
                        WHERE campaign_id = $1""", campaign)).isZero();

        sql("""
                INSERT INTO enrolment (campaign_id, customer_id, cause, entered_at, due_at)
                SELECT $1, customer_id, 'm-1', now(), now() - interval '1 second' FROM contact WHERE campaign_id = $1""", campaign);
        now(round.run(1_000));

        assertThat(count("""
                        SELECT count(*) FROM contact
                        WHERE campaign_id = $1 AND decision = 'SENT' AND NOT test AND enrolment_id IS NOT NULL""", campaign)).isEqualTo(1);
        assertThat(count("SELECT millionths FROM campaign_spending WHERE campaign_id = $1 LIMIT 1", campaign))
                .isEqualTo(2_000_000);
    }

    @Test
    void countsInNoResult() {
        Profiles.customer(customer, Map.of());
        exposures.campaign(campaign, "Order Completed", Duration.ofDays(7));
        Ask.good(SEND, input(Ask.key(), customer, null)).body("data.sendTest.test", equalTo(true));
        String other = customer + "-contacted";
        exposures.contacts(Exposed.sent(campaign, other, Instant.now()));

        Instant later = Instant.now().plusSeconds(60);
        exposures.page(
                order("m1-" + customer, customer, "Order Completed", "o1-" + customer, "10", later),
                order("m2-" + customer, other, "Order Completed", "o2-" + customer, "10", later));

        assertThat(count("SELECT count(*) FROM conversion WHERE campaign_id = $1", campaign))
                .isEqualTo(1);
        Ask.good("""
                        query($id: ID!) { campaign(id: $id) { results {
                            treated { customers orders } decisions { contacts } attributedOrders } } }""", Map.of("id", campaign))
                .rootPath("data.campaign.results")
                .body("treated.customers", equalTo(1))
                .body("treated.orders", equalTo(1))
                .body("decisions.contacts", equalTo(List.of(1)))
                .body("attributedOrders", equalTo(1));
    }

    @Test
    void refusesWhatNamesNothing() {
        Profiles.customer(customer, Map.of());
        Ask.refused("UNKNOWN_CAMPAIGN", "input.campaign", SEND, input(Ask.key(), customer, null));
        draft(json -> json);
        Ask.refused("UNKNOWN_VARIANT", "input.variant", SEND, input(Ask.key(), customer, "z"));
        Ask.refused("UNKNOWN_CUSTOMER", "input.customer", SEND, input(Ask.key(), "nobody", null));
        Ask.refused("INVALID_VALUE", "input.customer", SEND, input(Ask.key(), " ", null));
        Ask.as("shopper", SEND, input(Ask.key(), customer, null))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("analyst", SEND, input(Ask.key(), customer, null))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .isZero();
    }

    @Test
    void asksForConsentAndForTheSwitchLikeAnyOtherMessage() {
        Profiles.customer(customer, Map.of("consent_marketing", "no"));
        draft(json -> json);
        Ask.refused("NO_CONSENT", "input.customer", SEND, input(Ask.key(), customer, null));

        Profiles.customer(customer, Map.of());
        String key = Ask.key();
        stop(true);
        try {
            Ask.refused("SENDING_STOPPED", "input", SEND, input(key, customer, null));
        } finally {
            stop(false);
        }
        Ask.good(SEND, input(key, customer, null)).body("data.sendTest.decision", equalTo("SENT"));
    }

    private static void stop(boolean stopped) {
        Ask.good(
                "mutation($stopped: Boolean!) { setSending(stopped: $stopped) { stopped } }",
                Map.of("stopped", stopped));
    }

    private Map<String, ?> input(String key, String to, @Nullable String variant) {
        Map<String, Object> input = new HashMap<>(Map.of("key", key, "campaign", campaign, "customer", to));
        if (variant != null) {
            input.put("variant", variant);
        }
        return Map.of("input", input);
    }

    private void draft(UnaryOperator<ObjectNode> change) {
        now(campaigns.save(CampaignInputs.with(campaign, change), "test"));
    }

    private static ObjectNode variantField(ObjectNode json, String field, String value) {
        ((ObjectNode) json.at("/variants/0")).put(field, value);
        return json;
    }

    private String benefit() {
        String id = "b-" + UUID.randomUUID();
        sql("""
                INSERT INTO benefit (id, name, version, currency, terms, stock, per_customer_limit, valid_for, changed_by)
                SELECT $1, 'Twenty off', 1, 'CNY',
                    '{"kind": "THRESHOLD", "currency": "CNY", "minSpend": 50000000, "off": 20000000}'::jsonb,
                    1, 1, 'P7D', 'test'""", id);
        return id;
    }

    private long count(String query, String id) {
        return now(database.onConnection(
                        connection -> connection.preparedQuery(query).execute(Tuple.of(id))))
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement, String id) {
        now(database.onConnection(
                connection -> connection.preparedQuery(statement).execute(Tuple.of(id))));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
