package io.clientele.campaign.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class DecisionsQuarkusTest {

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    DecisionRound round;

    @Inject
    ContactPolicies policies;

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
    }

    @Test
    void writesTheMessageAndPutsItIntoTheInbox() {
        String customer = unique("ann");
        Profiles.customer(customer, Map.of("first_name", "Ann"));
        String campaign = launch(json -> variant(json, "body", "Hello {{ customer.first_name }}."));
        enrol(campaign, customer, "m-1");

        decideAll();

        Row contact = contact(campaign, customer);
        assertThat(contact.getString("decision")).isEqualTo("SENT");
        assertThat(contact.getString("body")).isEqualTo("Hello Ann.");
        assertThat(contact.getString("status")).isEqualTo("DELIVERED");
    }

    @Test
    void givesEachCustomerACouponAndKeepsWhyOthersGetNone() {
        String benefit = benefit(2);
        String campaign = launch(json -> variant(json, "benefit", benefit));
        List<String> customers =
                IntStream.range(0, 3).mapToObj(i -> unique("cus")).toList();
        customers.forEach(customer -> {
            Profiles.customer(customer, Map.of());
            enrol(campaign, customer, "m-1");
        });

        decideAll();

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND coupon_id IS NOT NULL", campaign))
                .isEqualTo(2);
        assertThat(count(
                        "SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'OUT_OF_STOCK' AND variant IS NOT NULL",
                        campaign))
                .isEqualTo(1);
    }

    @Test
    void keepsTheCouponOfAMessageThatCannotBeWritten() {
        String benefit = benefit(1);
        String campaign = launch(json -> variant(
                variant(json, "benefit", benefit),
                "body",
                "{% if customer.first_name == 'Zoe' %}{{ 1 | divided_by: 0 }}{% endif %}"));
        String zoe = unique("zoe");
        Profiles.customer(zoe, Map.of("first_name", "Zoe"));
        enrol(campaign, zoe, "m-1");

        decideAll();
        assertThat(contact(campaign, zoe).getString("reason")).isEqualTo("TEMPLATE_FAILED");
        assertThat(count("SELECT count(*) FROM coupon WHERE benefit_id = $1", benefit))
                .isZero();
        assertThat(count("SELECT taken + issued + reserved_millionths FROM benefit WHERE id = $1", benefit))
                .isZero();

        String other = unique("ann");
        Profiles.customer(other, Map.of("first_name", "Ann"));
        enrol(campaign, other, "m-2");
        decideAll();
        assertThat(contact(campaign, other).getString("coupon_id")).isNotNull();
    }

    @Test
    void decidesAboutOthersWhenAnEventNamedNobody() {
        String campaign = launch(json -> json);
        String customer = unique("ida");
        Profiles.customer(customer, Map.of());
        for (String nobody : List.of(" ", "\t\n", "x".repeat(513))) {
            enrol(campaign, nobody, "m-0");
        }
        enrol(campaign, customer, "m-1");

        decideAll();
        assertThat(contact(campaign, customer).getString("decision")).isEqualTo("SENT");

        sql(
                "UPDATE enrolment SET entered_at = now() - interval '1 day', due_at = now() - interval '1 day'"
                        + " WHERE campaign_id = $1",
                campaign);
        decideAll();
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .as("none of those whose event came late")
                .isOne();

        sql(
                "UPDATE enrolment SET enrolled_at = now() - interval '1 day', due_at = now() - interval '1 day'"
                        + " WHERE campaign_id = $1",
                campaign);
        decideAll();
        assertThat(count(
                        "SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'UNKNOWN_CUSTOMER'",
                        campaign))
                .isEqualTo(3);
    }

    @Test
    void waitsUntilProfilesHaveReadTheEvent() {
        String campaign = launch(json -> json);
        String customer = unique("new");
        enrol(campaign, customer, "m-1");

        decideAll();
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .isZero();

        Profiles.customer(customer, Map.of());
        sql("UPDATE enrolment SET due_at = now() - interval '1 second' WHERE campaign_id = $1", campaign);
        decideAll();
        assertThat(contact(campaign, customer).getString("decision")).isEqualTo("SENT");
    }

    @Test
    void decidesAboutAWaitWhenAllIsReadThatMayHaveEndedIt() {
        String campaign = launch(json -> {
            json.withArray("/until").addObject().put("event", "Order Completed");
            return json.put("delay", "PT30M");
        });
        String customer = unique("lou");
        Profiles.customer(customer, Map.of());
        enrol(campaign, customer, "m-1");
        sql("UPDATE enrolment SET entered_at = due_at - interval '30 minutes' WHERE campaign_id = $1", campaign);
        String consumer = unique("feed");
        sql("INSERT INTO feed_cursor (consumer, shard, cursor) VALUES ($1, 0, 'c-0'), ($1, 1, 'c-1')", consumer);
        try {
            sql("INSERT INTO feed_level (consumer, shard, read_until) VALUES ($1, 0, now())", consumer);
            sql(
                    "INSERT INTO feed_level (consumer, shard, read_until) VALUES ($1, 1, now() - interval '1 hour')",
                    consumer);
            decideAll();
            assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                    .isZero();

            sql("UPDATE feed_level SET read_until = now() WHERE consumer = $1", consumer);
            decideAll();
            assertThat(contact(campaign, customer).getString("decision")).isEqualTo("SENT");
        } finally {
            sql("DELETE FROM feed_cursor WHERE consumer = $1", consumer);
        }
    }

    @Test
    void decidesOnceAboutSomebodyWhoEnteredUnderTwoIds() {
        String customer = unique("kim");
        String device = "anon:" + unique("device");
        Profiles.customer(customer, List.of(customer, device), Map.of());
        String campaign = launch(json -> json);
        enrol(campaign, device, "m-1");
        enrol(campaign, customer, "m-2");

        decideAll();

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND decision = 'SENT'", campaign))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'ALREADY_ENTERED'", campaign))
                .isEqualTo(1);
    }

    @Test
    void recallsNobodyWhoWasActiveUnderAnotherId() {
        String customer = unique("gus");
        String device = "anon:" + unique("device");
        Profiles.customer(customer, List.of(customer, device), Map.of());
        String campaign = launch(json -> {
            json.putObject("trigger")
                    .putObject("inactivity")
                    .put("lasting", "PT1H")
                    .putObject("after")
                    .put("event", "Order Completed");
            return json;
        });
        Instant asGuest = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MICROS);
        Instant loggedIn = asGuest.plus(Duration.ofMinutes(30));
        enrol(campaign, List.of(device), "as a guest", asGuest);
        active(campaign, customer, loggedIn);

        decideAll();
        assertThat(contact(campaign, customer).getString("reason")).isEqualTo("UNTIL_MET");

        // Silent under the other id as well: what began that silence does not break it, but does break an earlier one.
        sql("DELETE FROM activity WHERE campaign_id = $1", campaign);
        enrol(campaign, List.of(customer), "logged in", loggedIn);
        enrol(campaign, List.of(device), "as a guest again", asGuest.plusSeconds(60));
        sql("""
                INSERT INTO entry (campaign_id, customer_id, entered_at)
                SELECT campaign_id, customer_id, max(entered_at) FROM enrolment WHERE campaign_id = $1 GROUP BY 1, 2""", campaign);
        decideAll();
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'UNTIL_MET'", campaign))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND decision = 'SENT'", campaign))
                .as("a silence that was none is no entry")
                .isOne();
    }

    @Test
    void keepsOrdersAndWhatWasTakenBackWhenAVisitorLogsIn() {
        String device = "anon:" + unique("device");
        Profiles.customer(device, Map.of());
        String campaign = launch(json -> {
            json.withObject("/reentry").put("always", true);
            return json;
        });
        enrol(campaign, device, "m-1");
        decideAll();
        sql("""
                INSERT INTO conversion (
                    campaign_id, message_id, customer_id, order_id, at, revenue_millionths, currency, contact_id)
                SELECT campaign_id, 'order ' || number || id, customer_id, number, now(), 9, 'CNY', id
                FROM contact, unnest(ARRAY['kept', 'back']) AS number WHERE campaign_id = $1""", campaign);
        sql("""
                INSERT INTO order_reversal (customer_id, order_id, message_id, at)
                SELECT customer_id, 'back', 'cancelled ' || id, now() FROM contact WHERE campaign_id = $1""", campaign);

        String customer = unique("lea");
        Profiles.customer(customer, List.of(customer, device), Map.of());
        enrol(campaign, customer, "m-2");
        decideAll();

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND customer_id LIKE 'lea-%'", campaign))
                .isEqualTo(2);
        assertThat(count("""
                        SELECT count(*) FROM campaign_order
                        WHERE campaign_id = $1 AND customer_id LIKE 'lea-%' AND order_id = 'kept'""", campaign)).isOne();
        assertThat(count("SELECT count(*) FROM campaign_order WHERE campaign_id = $1", campaign))
                .as("without the one that was cancelled")
                .isOne();
    }

    @Test
    void countsAPauseFromEntriesOnlyWhicheverIsDecidedAboutFirst() {
        String customer = unique("pat");
        Profiles.customer(customer, Map.of());
        String campaign = launch(json -> {
            json.withObject("/reentry").put("after", "PT1H");
            return json;
        });
        Instant last = Instant.now().minusSeconds(1);

        for (int minutes : List.of(0, 59, 61, 119, 121)) {
            enrol(campaign, List.of(customer), "m-" + minutes, last.minus(Duration.ofMinutes(minutes)));
            decideAll();
        }

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND decision = 'SENT'", campaign))
                .isEqualTo(3);
        assertThat(count(
                        "SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'ALREADY_ENTERED'", campaign))
                .isEqualTo(2);
    }

    @Test
    void capsTheControlGroupOfACampaignLikeTheOthers() {
        List<String> customers =
                IntStream.range(0, 40).mapToObj(i -> unique("half")).toList();
        customers.forEach(customer -> Profiles.customer(customer, Map.of()));
        UnaryOperator<ObjectNode> always = json -> {
            json.withObject("/reentry").put("always", true);
            return json;
        };
        String campaign = launch(json -> always.apply(json).put("control", 0.5));
        String other = launch(always);
        now(policies.set(
                unique("key"),
                new ContactPolicy(List.of(new Cap(null, CapPeriod.DAY, 1)), Optional.empty(), 20, 0),
                "test"));
        try {
            enrol(campaign, customers, "m-1");
            decideAll();
            enrol(campaign, customers, "m-2");
            decideAll();
            enrol(other, customers, "m-3");
            decideAll();
        } finally {
            sql("DELETE FROM contact_policy WHERE $1 <> ''", campaign);
        }

        String decided = "SELECT count(*) FROM contact WHERE campaign_id = $1 AND decision = ";
        long sent = count(decided + "'SENT'", campaign);
        long control = count(decided + "'CONTROL'", campaign);
        assertThat(List.of(sent, control)).allMatch(some -> some > 0);
        assertThat(sent + control).as("each once").isEqualTo(40);
        assertThat(count(decided + "'SUPPRESSED' AND reason = 'CAPPED'", campaign))
                .isEqualTo(40);
        assertThat(count(decided + "'SENT'", other))
                .as("those whom the first left alone")
                .isEqualTo(control);
    }

    @Test
    void severalInstancesDecideAboutEachOnce() {
        String benefit = benefit(700);
        String campaign = launch(json -> {
            json.withObject("/reentry").put("always", true);
            json.withObject("/budget").put("total", 1_000_000);
            return variant(json, "benefit", benefit);
        });
        List<String> customers =
                IntStream.range(0, 400).mapToObj(i -> unique("mass")).toList();
        customers.forEach(customer -> Profiles.customer(customer, Map.of()));
        for (int i = 0; i < 4; i++) {
            enrol(campaign, customers, "m-" + i);
        }

        Uni.join()
                .all(IntStream.range(0, 40)
                        .mapToObj(i -> round.run(100)
                                // Two may be in each other's way: the same again is good.
                                .onFailure()
                                .retry()
                                .atMost(10))
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofMinutes(2));
        decideAll();

        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1", campaign))
                .isEqualTo(1_600);
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND decision = 'SENT'", campaign))
                .isEqualTo(400);
        assertThat(count("SELECT count(*) FROM contact WHERE campaign_id = $1 AND reason = 'CUSTOMER_LIMIT'", campaign))
                .isEqualTo(1_200);
    }

    @Test
    void decidesNothingWhileEverythingIsStopped() {
        String customer = unique("sid");
        Profiles.customer(customer, Map.of());
        String campaign = launch(json -> json);
        enrol(campaign, customer, "m-1");

        sql("UPDATE campaigns_change SET number = number + 1, stopped = true WHERE $1 <> ''", campaign);
        assertThat(now(round.run(100))).isZero();
        sql("UPDATE campaigns_change SET number = number + 1, stopped = false WHERE $1 <> ''", campaign);

        decideAll();
        assertThat(contact(campaign, customer).getString("decision")).isEqualTo("SENT");
    }

    @Test
    void anEndedCampaignKeepsWhyItContactedNobody() {
        String customer = unique("uma");
        Profiles.customer(customer, Map.of());
        String campaign = launch(json -> json);
        enrol(campaign, customer, "m-1");
        now(campaigns.end(campaign, "test"));

        decideAll();

        assertThat(contact(campaign, customer).getString("reason")).isEqualTo("CAMPAIGN_ENDED");
    }

    private static ObjectNode variant(ObjectNode json, String field, String value) {
        ((ObjectNode) json.at("/variants/0")).put(field, value);
        return json;
    }

    private String launch(UnaryOperator<ObjectNode> change) {
        String id = unique("c");
        now(campaigns.save(CampaignInputs.with(id, change), "test"));
        now(campaigns.launch(id, "test"));
        return id;
    }

    private String benefit(int stock) {
        String id = unique("b");
        sql("""
                INSERT INTO benefit (id, name, version, currency, terms, stock, per_customer_limit, valid_for, changed_by)
                SELECT $1, 'Twenty off', 1, 'CNY',
                    '{"kind": "THRESHOLD", "currency": "CNY", "minSpend": 50000000, "off": 20000000}'::jsonb,
                    %d, 1, 'P7D', 'test'""".formatted(stock), id);
        return id;
    }

    private void enrol(String campaign, String customer, String cause) {
        enrol(campaign, List.of(customer), cause);
    }

    private void enrol(String campaign, List<String> customers, String cause) {
        enrol(campaign, customers, cause, Instant.now().minusSeconds(1));
    }

    private void enrol(String campaign, List<String> customers, String cause, Instant at) {
        now(database.onConnection(connection -> connection
                .preparedQuery("""
                        INSERT INTO enrolment (campaign_id, customer_id, cause, entered_at, due_at, event)
                        SELECT $1, customer, $3, $4, $4, '{"name": "Product Added", "products": []}'
                        FROM unnest($2::text[]) AS customer""")
                .execute(Tuple.of(campaign, customers.toArray(String[]::new), cause, at.atOffset(ZoneOffset.UTC)))));
    }

    private void active(String campaign, String customer, Instant at) {
        now(database.onConnection(connection ->
                connection.preparedQuery("""
                        INSERT INTO activity (campaign_id, customer_id, at, silent_at, event)
                        VALUES ($1, $2, $3, $3, '{}')""").execute(Tuple.of(campaign, customer, at.atOffset(ZoneOffset.UTC)))));
    }

    private void decideAll() {
        while (now(round.run(1_000)) > 0) {
            // Until nothing is due.
        }
    }

    private Row contact(String campaign, String customer) {
        RowSet<Row> rows = now(database.onConnection(connection -> connection
                .preparedQuery("SELECT * FROM contact WHERE campaign_id = $1 AND customer_id = $2")
                .execute(Tuple.of(campaign, customer))));
        assertThat(rows.size()).isEqualTo(1);
        return rows.iterator().next();
    }

    private long count(String query, String campaign) {
        return now(database.onConnection(
                        connection -> connection.preparedQuery(query).execute(Tuple.of(campaign))))
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement, String campaign) {
        now(database.onConnection(
                connection -> connection.preparedQuery(statement).execute(Tuple.of(campaign))));
    }

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
