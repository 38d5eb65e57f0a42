package io.clientele.campaign.rehearsal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Ask;
import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.decision.DecisionRehearsals;
import io.clientele.campaign.decision.LiveDecisions;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;
import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.campaign.trigger.Feed;
import io.clientele.campaign.trigger.LiveTriggers;
import io.clientele.campaign.trigger.PastMembers;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.Product;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.campaign.rehearsal.PastData.FROM;
import static io.clientele.campaign.rehearsal.PastData.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(RehearsalStack.class)
class DryRunQuarkusTest {

    private static final String FIELDS = """
            id campaign state progress from to note problem waiting couponsIssued benefitCostMost { amount currency }
            contactCost { amount } contacts { day contacts } decisions { decision reason contacts }""";
    private static final String START =
            "mutation($input: DryRunInput!) { startDryRun(input: $input) { " + FIELDS + " } }";

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    ContactPolicies policies;

    @Inject
    DryRunning running;

    @Inject
    PastEvents events;

    @Inject
    PastMembers members;

    @Inject
    DecisionRehearsals decisions;

    @Inject
    DryRunConfig config;

    @Inject
    LiveTriggers triggers;

    @Inject
    LiveDecisions deciding;

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
        sql("UPDATE dry_run SET state = 'CANCELLED' WHERE state = 'RUNNING'");
        PastData.clear();
    }

    @AfterEach
    void back() {
        Profiles.away(false);
        sql("DELETE FROM contact_policy");
    }

    @Test
    void doesWhatTheLiveWayDoesWithTheSameEvents() {
        policy(List.of(new Cap(null, CapPeriod.DAY, 1)), 0.1);
        String segment = unique("vip");
        List<Event> past = PastData.shoppers(unique("s"), segment, 120);
        PastData.index(past);
        String campaign = draft(PastData.limited(segment, benefit(1_000)));

        JsonPath rehearsed = made(campaign);
        live(campaign, past);

        assertThat(days(rehearsed)).isEqualTo(counts("""
                        SELECT local_day::text, count(*) FROM contact
                        WHERE campaign_id = $1 AND decision = 'SENT' GROUP BY 1""", campaign));
        Map<String, Long> reasons = decisions(rehearsed);
        assertThat(reasons).isEqualTo(counts("""
                        SELECT decision || coalesce('/' || reason, ''), count(*) FROM contact
                        WHERE campaign_id = $1 GROUP BY 1""", campaign));
        // Nothing would be compared otherwise.
        assertThat(reasons)
                .containsKeys(
                        "SENT",
                        "CONTROL",
                        "HELD_OUT",
                        "SUPPRESSED/UNTIL_MET",
                        "SUPPRESSED/NOT_IN_AUDIENCE",
                        "SUPPRESSED/CAPPED",
                        "SUPPRESSED/OUT_OF_BUDGET");
        assertThat(Map.of("waiting", rehearsed.getLong("waiting")))
                .isEqualTo(counts(
                        "SELECT 'waiting', count(*) FROM enrolment WHERE campaign_id = $1 AND NOT decided", campaign));
        assertThat(Map.of("coupons", rehearsed.getLong("couponsIssued"))).isEqualTo(counts("""
                        SELECT 'coupons', count(*) FROM coupon JOIN contact ON contact.id = contact_id
                        WHERE campaign_id = $1""", campaign));
        assertThat(millionths(rehearsed, "benefitCostMost") + millionths(rehearsed, "contactCost"))
                .isEqualTo(counts("""
                        SELECT 'spent', millionths FROM campaign_spending
                        WHERE campaign_id = $1 AND day = '0001-01-01'""", campaign).get("spent"));
    }

    @Test
    void givesOutWhatIsThereAsTheLiveWayDoes() {
        policy(List.of(new Cap(null, CapPeriod.DAY, 2)), 0);
        String segment = unique("vip");
        List<Event> past = PastData.shoppers(unique("g"), segment, 120);
        PastData.index(past);
        String campaign = draft(json -> {
            json = PastData.limited(segment, benefit(40)).apply(json);
            json.remove("budget");
            return json;
        });

        JsonPath rehearsed = made(campaign);
        live(campaign, past);

        assertThat(decisions(rehearsed))
                .isEqualTo(counts("""
                        SELECT decision || coalesce('/' || reason, ''), count(*) FROM contact
                        WHERE campaign_id = $1 GROUP BY 1""", campaign))
                .containsEntry("SENT", 40L)
                .containsKeys("SUPPRESSED/OUT_OF_STOCK");
    }

    @Test
    void findsTheSilentAsTheLiveWayDoes() {
        String segment = unique("vip");
        List<Event> past = PastData.shoppers(unique("q"), segment, 60);
        PastData.index(past);
        String campaign = draft(json -> {
            json.remove("trigger");
            json.withObject("/trigger/inactivity")
                    .put("lasting", "PT20H")
                    .withObject("/after")
                    .put("event", "Product Added");
            json.withObject("/reentry").put("always", true);
            return json;
        });

        JsonPath rehearsed = made(campaign);
        live(campaign, past);

        Map<String, Long> reasons = decisions(rehearsed);
        assertThat(reasons).isEqualTo(counts("""
                        SELECT decision || coalesce('/' || reason, ''), count(*) FROM contact
                        WHERE campaign_id = $1 GROUP BY 1""", campaign)).containsKey("SENT");
        assertThat(days(rehearsed)).isEqualTo(counts("""
                        SELECT local_day::text, count(*) FROM contact
                        WHERE campaign_id = $1 AND decision = 'SENT' GROUP BY 1""", campaign));
    }

    @Test
    void changesNothingButItsOwnRow() {
        String segment = unique("vip");
        PastData.index(PastData.shoppers(unique("n"), segment, 40));
        String campaign = draft(PastData.limited(segment, benefit(10)));
        // The index's writer takes what tests before left.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows("SELECT FROM contact_outbox").rowCount() == 0);
        Map<String, String> before = everything();

        JsonPath rehearsed = made(campaign);

        assertThat(rehearsed.getInt("couponsIssued")).isPositive();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void letsTheMembersOfTodayInWhenTheScheduleComesRound() {
        String segment = unique("club");
        PastData.shoppers(unique("m"), segment, 9);
        String campaign = draft(json -> {
            json.withObject("/audience").put("segment", segment);
            json.remove("trigger");
            json.put("delay", "PT0S");
            json.withObject("/trigger/schedule")
                    .put("at", "2026-03-09T20:00")
                    .put("every", "DAILY")
                    .put("zone", "SHOP");
            json.withObject("/reentry").put("always", true);
            return json;
        });

        JsonPath rehearsed = made(campaign);

        assertThat(rehearsed.getString("note")).isEqualTo("AUDIENCE_OF_TODAY");
        assertThat(decisions(rehearsed)).isEqualTo(Map.of("SENT", 18L));
    }

    @Test
    void saysThatEntriesIntoSegmentsAreNotKnown() {
        String segment = unique("club");
        PastData.shoppers(unique("e"), segment, 9);
        String entered = draft(json -> trigger(json, "segmentEntered", segment));
        String left = draft(json -> trigger(json, "segmentLeft", segment));

        JsonPath rehearsed = made(entered);

        assertThat(rehearsed.getString("note")).isEqualTo("SEGMENT_MEMBERS_OF_TODAY");
        assertThat(decisions(rehearsed)).isEqualTo(Map.of("SENT", 6L));
        Ask.refused("DRY_RUN_EXITS_UNKNOWN", "input.campaign", START, input(left, FROM, TO));
    }

    @Test
    void isTakenUpByAnotherInstanceWhenOneIsKilledHalfWay() {
        String segment = unique("vip");
        PastData.index(PastData.shoppers(unique("k"), segment, 30));
        String campaign = draft(PastData.limited(segment, benefit(10)));
        String undisturbed = made(campaign).getString("decisions");
        String id = start(campaign);
        DryRunning other = new DryRunning(database, campaigns, events, members, decisions, config);

        Profiles.away(true);
        assertThat(failed(running.round())).isTrue();
        Profiles.away(false);
        now(other.round());
        assertThat(read(id).getString("state")).isEqualTo("RUNNING");
        // The one that was at it is not heard of any more.
        sql("UPDATE dry_run SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'");
        now(other.round());

        assertThat(read(id).getString("state")).isEqualTo("DONE");
        assertThat(read(id).getString("decisions")).isEqualTo(undisturbed);
    }

    @Test
    void failsWhenWhatItReadsIsAwayAgainAndAgain() {
        PastData.index(PastData.shoppers(unique("a"), unique("vip"), 5));
        String id = start(draft(json -> json));
        Profiles.away(true);

        assertThat(failed(running.round())).isTrue();
        sql("UPDATE dry_run SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'");
        now(running.round());

        assertThat(read(id).getString("state")).isEqualTo("FAILED");
        assertThat(read(id).getString("problem")).isEqualTo("UNAVAILABLE");
    }

    @Test
    void failsWhenInstancesAreKilledOverItAgainAndAgain() {
        String id = start(draft(json -> json));
        sql("UPDATE dry_run SET attempts = 2 WHERE state = 'RUNNING'");

        now(running.round());

        assertThat(read(id).getString("problem")).isEqualTo("FAULT");
    }

    @Test
    void stopsWhenItIsCancelled() {
        String id = start(draft(json -> json));
        now(database.onConnection(connection -> DryRunStore.claim(connection, "somebody", Duration.ofMinutes(1))));

        Ask.good("mutation($id: ID!) { cancelDryRun(id: $id) { state } }", Map.of("id", id))
                .body("data.cancelDryRun.state", equalTo("CANCELLED"));

        boolean goesOn = now(database.onConnection(
                connection -> DryRunStore.goOn(connection, id, "somebody", Duration.ofMinutes(1), 0.5)));
        assertThat(goesOn).isFalse();
        now(running.round());
        assertThat(read(id).getString("state")).isEqualTo("CANCELLED");
        Ask.refused(
                "UNKNOWN_DRY_RUN", "id", "mutation($id: ID!) { cancelDryRun(id: $id) { id } }", Map.of("id", "none"));
    }

    @Test
    void refusesWhatCannotBeRehearsed() {
        String campaign = draft(json -> json);
        Instant now = Instant.now();

        Ask.refused("UNKNOWN_CAMPAIGN", "input.campaign", START, input("none", FROM, TO));
        Ask.refused("DRY_RUN_RANGE_EMPTY", "input.to", START, input(campaign, TO, FROM));
        Ask.refused("DRY_RUN_RANGE_TOO_LONG", "input.from", START, input(campaign, FROM.minusSeconds(86_400 * 90), TO));
        Ask.refused(
                "DRY_RUN_IN_FUTURE", "input.to", START, input(campaign, now.minusSeconds(60), now.plusSeconds(3600)));
        Ask.as("analyst", START, input(campaign, FROM, TO)).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void keepsNoMoreOfEventsThanItMayWhileTheirCustomersWait() {
        String delayed = draft(json -> json.put("delay", "P2D"));
        String silence = draft(json -> {
            json.putObject("trigger")
                    .putObject("inactivity")
                    .put("lasting", "P2D")
                    .putObject("after")
                    .put("event", "Product Added");
            return json;
        });
        Instant from = FROM.minus(Duration.ofDays(30));
        String name = "n".repeat(1_000);
        List<Product> cart = IntStream.range(0, 20)
                .mapToObj(i -> new Product("p-" + i, name, null, null, null, 1L))
                .toList();
        PastData.index(IntStream.range(0, 400)
                .mapToObj(i -> Feed.event(unique("m"), unique("wide"), "Product Added", from.plusSeconds(i))
                        .products(cart)
                        .build())
                .toList());

        String first = start(delayed, from, from.plus(Duration.ofDays(1)));
        String second = start(silence, from, from.plus(Duration.ofDays(1)));
        now(running.round());
        now(running.round());

        assertThat(read(first).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
        assertThat(read(second).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
    }

    @Test
    void startsOncePerKeyAndReadsNoMoreThanItMay() {
        String campaign = draft(json -> json);
        Map<String, Object> input = input(campaign, FROM, TO);
        String id = Ask.good(START, input).extract().path("data.startDryRun.id");
        assertThat(Ask.good(START, input).extract().<String>path("data.startDryRun.id"))
                .isEqualTo(id);
        String customer = unique("busy");
        PastData.index(IntStream.range(0, 5_001)
                .mapToObj(i -> PastData.event(customer, "Product Added", FROM.plusSeconds(86_400L * 40 + i)))
                .toList());

        String busy = start(campaign, FROM.plusSeconds(86_400L * 40), FROM.plusSeconds(86_400L * 41));
        now(running.round());
        now(running.round());

        assertThat(read(id).getString("state")).isEqualTo("DONE");
        assertThat(read(busy).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
    }

    private static ObjectNode trigger(ObjectNode json, String field, String segment) {
        json.remove("trigger");
        json.withObject("/trigger").put(field, segment);
        return json;
    }

    /** Lets a campaign run over events, each decision made the moment it is due. */
    private void live(String campaign, List<Event> past) {
        now(campaigns.launch(campaign, "test"));
        now(database.onConnection(connection -> connection
                .preparedQuery("UPDATE campaign SET launched_at = $2 WHERE id = $1")
                .execute(Tuple.of(campaign, FROM.atOffset(ZoneOffset.UTC)))));
        sql("UPDATE campaigns_change SET number = number + 1");
        Feed feed = new Feed(database);
        for (Event event : past) {
            Instant at = event.times().timestamp();
            triggers.silences(at);
            deciding.until(campaign, at);
            triggers.page(feed, List.of(event), at);
        }
        triggers.silences(TO);
        deciding.until(campaign, TO);
        now(campaigns.end(campaign, "test"));
    }

    private JsonPath made(String campaign) {
        String id = start(campaign);
        now(running.round());
        JsonPath read = read(id);
        assertThat(read.getString("state")).isEqualTo("DONE");
        assertThat(read.getDouble("progress")).isEqualTo(1);
        return read;
    }

    private String start(String campaign) {
        return start(campaign, FROM, TO);
    }

    private static String start(String campaign, Instant from, Instant to) {
        return Ask.good(START, input(campaign, from, to))
                .body("data.startDryRun.state", equalTo("RUNNING"))
                .extract()
                .path("data.startDryRun.id");
    }

    private static Map<String, Object> input(String campaign, Instant from, Instant to) {
        return Map.of(
                "input", Map.of("key", Ask.key(), "campaign", campaign, "from", from.toString(), "to", to.toString()));
    }

    private static JsonPath read(String id) {
        return Ask.data("analyst", "query($id: ID!) { dryRun(id: $id) { " + FIELDS + " } }", Map.of("id", id))
                .setRootPath("data.dryRun");
    }

    private static Map<String, Long> days(JsonPath run) {
        Map<String, Long> days = new TreeMap<>();
        run.<Map<String, Object>>getList("contacts")
                .forEach(day ->
                        days.put(String.valueOf(day.get("day")), Long.valueOf(String.valueOf(day.get("contacts")))));
        return days;
    }

    private static Map<String, Long> decisions(JsonPath run) {
        Map<String, Long> decisions = new TreeMap<>();
        run.<Map<String, Object>>getList("decisions")
                .forEach(one -> decisions.put(
                        one.get("decision") + (one.get("reason") == null ? "" : "/" + one.get("reason")),
                        Long.valueOf(String.valueOf(one.get("contacts")))));
        return decisions;
    }

    private static long millionths(JsonPath run, String field) {
        return new BigDecimal(run.getString(field + ".amount"))
                .movePointRight(6)
                .longValueExact();
    }

    /** A digest of each table but those of dry runs, keys, and what the index's writer notes for itself. */
    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        rows("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                    AND table_name NOT IN ('dry_run', 'mutation_key', 'contacts_index')""").forEach(row -> {
            String table = row.getString(0);
            rows("SELECT count(*) || ' ' || coalesce(md5(string_agg(one::text, ',' ORDER BY one::text)), '') FROM \""
                            + table + "\" AS one")
                    .forEach(digest -> all.put(table, digest.getString(0)));
        });
        assertThat(all).containsKeys("contact", "enrolment", "coupon", "delivery", "contact_outbox", "benefit");
        return all;
    }

    private void policy(List<Cap> caps, double holdout) {
        Quiet quiet = new Quiet(
                LocalTime.of(22, 0), LocalTime.of(8, 0), QuietOutcome.NEXT_AVAILABLE, Set.of(Channel.values()));
        now(policies.set(Ask.key(), new ContactPolicy(caps, Optional.of(quiet), 10, holdout), "test"));
    }

    private String draft(UnaryOperator<ObjectNode> change) {
        String id = unique("c");
        now(campaigns.save(CampaignInputs.with(id, change), "test"));
        return id;
    }

    private String benefit(int stock) {
        String id = unique("b");
        sql("""
                INSERT INTO benefit (id, name, version, currency, terms, stock, per_customer_limit, valid_for, changed_by)
                SELECT '%s', 'Twenty off', 1, 'CNY',
                    '{"kind": "THRESHOLD", "currency": "CNY", "minSpend": 50000000, "off": 20000000}'::jsonb,
                    %d, 2, 'P3650D', 'test'""".formatted(id, stock));
        return id;
    }

    private Map<String, Long> counts(String query, String campaign) {
        Map<String, Long> counts = new TreeMap<>();
        now(database.onConnection(connection -> connection.preparedQuery(query).execute(Tuple.of(campaign))))
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private RowSet<Row> rows(String query) {
        return now(database.onConnection(connection -> connection.query(query).execute()));
    }

    private void sql(String statement) {
        rows(statement);
    }

    private static boolean failed(Uni<?> work) {
        return now(work.replaceWith(false).onFailure().recoverWithItem(true));
    }

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
