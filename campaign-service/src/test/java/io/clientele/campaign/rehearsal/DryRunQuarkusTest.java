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

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Ask;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.decision.LiveDecisions;
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
import io.clientele.contract.event.Event;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.campaign.rehearsal.PastData.FROM;
import static io.clientele.campaign.rehearsal.PastData.TO;
import static io.clientele.campaign.rehearsal.TestDryRuns.input;
import static io.clientele.campaign.rehearsal.TestDryRuns.now;
import static io.clientele.campaign.rehearsal.TestDryRuns.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What dry runs tell, beside what the live way does. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(RehearsalStack.class)
class DryRunQuarkusTest {

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    ContactPolicies policies;

    @Inject
    TestDryRuns dryRuns;

    @Inject
    LiveTriggers triggers;

    @Inject
    LiveDecisions deciding;

    @BeforeEach
    void clear() {
        dryRuns.clear();
    }

    @AfterEach
    void back() {
        dryRuns.sql("DELETE FROM contact_policy");
    }

    @Test
    void doesWhatTheLiveWayDoesWithTheSameEvents() {
        policy(List.of(new Cap(null, CapPeriod.DAY, 1)), 0.1);
        String segment = unique("vip");
        List<Event> past = PastData.shoppers(unique("s"), segment, 120);
        PastData.index(past);
        String campaign = dryRuns.draft(PastData.limited(segment, dryRuns.benefit(1_000)));

        JsonPath rehearsed = dryRuns.made(campaign);
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
        String campaign = dryRuns.draft(json -> {
            json = PastData.limited(segment, dryRuns.benefit(40)).apply(json);
            json.remove("budget");
            return json;
        });

        JsonPath rehearsed = dryRuns.made(campaign);
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
        String campaign = dryRuns.draft(json -> {
            json.remove("trigger");
            json.withObject("/trigger/inactivity")
                    .put("lasting", "PT20H")
                    .withObject("/after")
                    .put("event", "Product Added");
            json.withObject("/reentry").put("always", true);
            return json;
        });

        JsonPath rehearsed = dryRuns.made(campaign);
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
        String campaign = dryRuns.draft(PastData.limited(segment, dryRuns.benefit(10)));
        // The index's writer takes what tests before left.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> dryRuns.rows("SELECT FROM contact_outbox").rowCount() == 0);
        Map<String, String> before = everything();

        JsonPath rehearsed = dryRuns.made(campaign);

        assertThat(rehearsed.getInt("couponsIssued")).isPositive();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void letsTheMembersOfTodayInWhenTheScheduleComesRound() {
        String segment = unique("club");
        PastData.shoppers(unique("m"), segment, 9);
        String campaign = dryRuns.draft(json -> {
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

        JsonPath rehearsed = dryRuns.made(campaign);

        assertThat(rehearsed.getString("note")).isEqualTo("AUDIENCE_OF_TODAY");
        assertThat(decisions(rehearsed)).isEqualTo(Map.of("SENT", 18L));
    }

    @Test
    void saysThatEntriesIntoSegmentsAreNotKnown() {
        String segment = unique("club");
        PastData.shoppers(unique("e"), segment, 9);
        String entered = dryRuns.draft(json -> trigger(json, "segmentEntered", segment));
        String left = dryRuns.draft(json -> trigger(json, "segmentLeft", segment));

        JsonPath rehearsed = dryRuns.made(entered);

        assertThat(rehearsed.getString("note")).isEqualTo("SEGMENT_MEMBERS_OF_TODAY");
        assertThat(decisions(rehearsed)).isEqualTo(Map.of("SENT", 6L));
        Ask.refused("DRY_RUN_EXITS_UNKNOWN", "input.campaign", TestDryRuns.START, input(left, FROM, TO));
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
        dryRuns.sql("UPDATE campaigns_change SET number = number + 1");
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
        dryRuns.rows("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                    AND table_name NOT IN ('dry_run', 'mutation_key', 'contacts_index')""").forEach(row -> {
            String table = row.getString(0);
            dryRuns.rows(
                            "SELECT count(*) || ' ' || coalesce(md5(string_agg(one::text, ',' ORDER BY one::text)), '') FROM \""
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

    private Map<String, Long> counts(String query, String campaign) {
        Map<String, Long> counts = new TreeMap<>();
        now(database.onConnection(connection -> connection.preparedQuery(query).execute(Tuple.of(campaign))))
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
