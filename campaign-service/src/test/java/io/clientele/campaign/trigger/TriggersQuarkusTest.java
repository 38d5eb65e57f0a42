package io.clientele.campaign.trigger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.consumer.CursorMoved;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.Order;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class TriggersQuarkusTest {

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    FeedPages pages;

    @Inject
    Memberships memberships;

    @Inject
    Schedules schedules;

    @Inject
    Silences silences;

    @Inject
    FeedLevel level;

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
    }

    @Test
    void enrolsOncePerCustomerUnlessItMayEnterAgain() {
        String once = launch(json -> json);
        String always = launch(json -> {
            json.withObject("/reentry").put("always", true);
            return json;
        });
        String hourly = launch(json -> {
            json.withObject("/reentry").put("after", "PT1H");
            return json;
        });
        String customer = unique("ann");
        Instant start = Instant.now();
        Feed feed = new Feed(database);

        work(feed.page(List.of(added(customer, start), added(customer, start.plusSeconds(60)))));
        work(feed.page(List.of(added(customer, start.plusSeconds(3600)), added(customer, start.plusSeconds(3700)))));

        assertThat(waiting(once)).isEqualTo(1);
        assertThat(waiting(always)).isEqualTo(4);
        assertThat(waiting(hourly)).isEqualTo(2);
    }

    @Test
    void aPageThatCameBeforeCausesNothingAgain() {
        String campaign = launch(json -> {
            json.withObject("/reentry").put("always", true);
            return json;
        });
        Feed feed = new Feed(database);
        ShardPage page = feed.page(List.of(added(unique("bob"), Instant.now())));

        work(page);

        assertThatThrownBy(() -> work(page)).isInstanceOf(CursorMoved.class);
        assertThat(waiting(campaign)).isEqualTo(1);
    }

    @Test
    void aPausedCampaignEnrolsNobody() {
        String campaign = launch(json -> json);
        now(campaigns.pause(campaign, "test"));
        Feed feed = new Feed(database);

        work(feed.page(List.of(added(unique("cat"), Instant.now()))));

        assertThat(waiting(campaign)).isZero();
    }

    @Test
    void notesWhatThoseDoWhoWaitInAPausedCampaign() {
        String campaign = launch(json -> json);
        String customer = unique("kim");
        Feed feed = new Feed(database);
        Instant start = Instant.now();
        work(feed.page(List.of(added(customer, start))));
        now(campaigns.pause(campaign, "test"));

        work(feed.page(List.of(goal(customer, start.plusSeconds(60)))));
        now(campaigns.launch(campaign, "test"));

        assertThat(count("SELECT count(*) FROM halt WHERE campaign_id = $1", campaign))
                .isOne();
    }

    @Test
    void whoIsActiveWhileACampaignIsPausedIsNotSilent() {
        String campaign = launch(json -> {
            json.putObject("trigger")
                    .putObject("inactivity")
                    .put("lasting", "PT1H")
                    .putObject("after")
                    .put("event", "Product Viewed");
            return json;
        });
        String customer = unique("lea");
        Instant start = Instant.now();
        Feed feed = new Feed(database);
        work(feed.page(List.of(viewed(customer, start))));
        now(campaigns.pause(campaign, "test"));

        work(feed.page(List.of(viewed(customer, start.plusSeconds(1800)))));

        assertThat(count(
                        "SELECT floor(extract(epoch FROM silent_at))::bigint FROM activity WHERE campaign_id = $1",
                        campaign))
                .isEqualTo(start.plusSeconds(5400).getEpochSecond());
    }

    @Test
    void readsOnPastGoalsOfNobodyAndOfAnIdThatIsRefused() {
        String campaign = launch(json -> json);
        String customer = unique("joe");
        Profiles.customer(customer, Map.of());
        Instant start = Instant.now();
        sql("""
                INSERT INTO contact (
                    id, campaign_id, campaign_version, customer_id, entered_at, decided_at, local_day, decision, status,
                    status_at)
                SELECT $1 || '/' || id, $1, 1, id, now() - interval '1 minute', now() - interval '1 minute', current_date,
                    'SENT', 'NONE', now()
                FROM unnest(ARRAY['%s', ' ']) AS id""".formatted(customer), campaign);
        Feed feed = new Feed(database);

        work(feed.page(List.of(
                goal(" ", start),
                Feed.event(unique("m"), " ", "Order Cancelled", start)
                        .order(new Order("o-" + campaign, null, null, null, null, null))
                        .build(),
                goal(unique(FakeProfiles.REFUSED), start),
                goal(customer, start))));

        assertThat(count("SELECT count(*) FROM conversion WHERE campaign_id = $1", campaign))
                .as("also of the id that is nobody's: it stands for itself")
                .isEqualTo(2);
        assertThat(count(
                        "SELECT count(*) FROM feed_poison WHERE set_aside_at >= now() - interval '5 minutes' AND reason LIKE $1",
                        "RefusedId%"))
                .isOne();
    }

    @Test
    void keepsHaltsInWhateverOrderTheyCome() {
        String campaign = launch(json -> json);
        String customer = unique("dan");
        Feed feed = new Feed(database);
        Instant start = Instant.now();

        work(feed.page(List.of(Feed.event(unique("m"), customer, "Order Completed", start.plusSeconds(60))
                .build())));
        work(feed.page(List.of(added(customer, start))));

        assertThat(waiting(campaign)).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM halt WHERE campaign_id = $1", campaign))
                .isEqualTo(1);
    }

    @Test
    void enrolsWhoEntersASegmentAndWhoLeavesIt() {
        String segment = unique("seg");
        Profiles.segment(segment, "MANUAL");
        String entering = launch(json -> {
            json.putObject("trigger").put("segmentEntered", segment);
            return json;
        });
        String leaving = launch(json -> {
            json.putObject("trigger").put("segmentLeft", segment);
            return json;
        });
        now(memberships.round());

        Profiles.change("eve", segment, true, Instant.now());
        Profiles.change("fay", segment, true, Instant.now());
        Profiles.change("eve", segment, false, Instant.now());
        now(memberships.round());
        now(memberships.round());

        assertThat(waiting(entering)).isEqualTo(2);
        assertThat(waiting(leaving)).isEqualTo(1);
    }

    @Test
    void forgetsEveryIdThatAnErasureNamesWithoutReadingWholeTables() {
        String campaign = launch(json -> json);
        String customer = unique("ivy");
        String device = "anon:" + unique("device");
        now(memberships.round());
        for (String id : List.of(customer, device)) {
            work(new Feed(database).page(List.of(added(id, Instant.now()))));
            sql("INSERT INTO recipient (customer_id) VALUES ($1)", id);
            sql(
                    "INSERT INTO consent (customer_id, scope, given, at, source) VALUES ($1, 'ALL', true, now(), 'STAFF')",
                    id);
        }

        for (String id : List.of(customer, device)) {
            Profiles.change("erased:" + sha256(id), "~erased", false, Instant.now());
        }
        now(memberships.round());

        assertThat(waiting(campaign)).isZero();
        for (String id : List.of(customer, device)) {
            for (String table : List.of("enrolment", "entry", "recipient", "consent")) {
                assertThat(count("SELECT count(*) FROM " + table + " WHERE customer_id = $1", id))
                        .as(table)
                        .isZero();
            }
        }
        for (String table : List.of(
                "enrolment",
                "halt",
                "activity",
                "entry",
                "recipient",
                "coupon",
                "redemption",
                "consent",
                "consent_change",
                "suppression",
                "contact",
                "conversion",
                "order_reversal")) {
            assertThat(count(
                            "SELECT count(*) FROM pg_indexes WHERE tablename = $1 AND indexdef LIKE '%customer_hash(%'",
                            table))
                    .as("%s is found by the hash", table)
                    .isOne();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void enrolsEveryMemberWhenADateComes() {
        String segment = unique("seg");
        Profiles.segment(segment, "MANUAL");
        for (int i = 0; i < 1_001; i++) {
            Profiles.customer(segment + "-" + i, Map.of("timezone", "Asia/Shanghai"), segment);
        }
        LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(4);
        String campaign = launch(json -> {
            json.withObject("/audience").put("segment", segment);
            json.putObject("trigger")
                    .putObject("schedule")
                    .put("at", soon.toString())
                    .put("zone", "SHOP");
            return json;
        });

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            now(schedules.round());
            assertThat(waiting(campaign)).isEqualTo(1_001);
        });
        now(schedules.round());
        assertThat(waiting(campaign)).isEqualTo(1_001);
    }

    @Test
    void enrolsWhoFellSilentAndNobodyElse() {
        String campaign = launch(json -> {
            json.putObject("trigger")
                    .putObject("inactivity")
                    .put("lasting", "PT1H")
                    .putObject("after")
                    .put("event", "Product Viewed");
            return json.put("startsAt", Instant.now().minusSeconds(7200).toString());
        });
        sql("UPDATE campaign SET launched_at = now() - interval '3 hours' WHERE id = $1", campaign);
        sql("UPDATE campaigns_change SET number = number + 1 WHERE $1 <> ''", campaign);
        String silent = unique("gus");
        String active = unique("hal");
        Instant start = Instant.now();
        Feed feed = new Feed(database);

        work(feed.page(List.of(
                viewed(silent, start.minusSeconds(3700)),
                viewed(active, start.minusSeconds(3700)),
                viewed(active, start.minusSeconds(60)),
                // Late: it is no sign of what the customer did last.
                viewed(active, start.minusSeconds(3650)))));
        String consumer = unique("reader");
        sql("INSERT INTO feed_cursor (consumer, shard, cursor) VALUES ($1, 0, 'c-0')", consumer);
        sql("INSERT INTO feed_level (consumer, shard, read_until) VALUES ($1, 0, now() - interval '1 hour')", consumer);
        now(silences.round());
        assertThat(waiting(campaign)).as("while the feed is not read so far").isZero();

        sql("UPDATE feed_level SET read_until = now() WHERE consumer = $1", consumer);
        now(silences.round());
        sql("DELETE FROM feed_cursor WHERE consumer = $1", consumer);

        assertThat(count(
                        "SELECT count(*) FROM enrolment WHERE campaign_id = $1 AND customer_id = '" + silent + "'",
                        campaign))
                .isEqualTo(1);
        assertThat(waiting(campaign)).isEqualTo(1);
    }

    @Test
    void keepsUpToWhenAShardIsReadAndGoesForwardOnly() {
        // Of no cursor, so that no other test waits for it.
        int shard = 977;
        Instant at = Instant.parse("2026-11-20T12:00:00Z");

        level.level(shard, at.plusSeconds(1));
        level.level(shard, at);
        now(level.round());
        level.level(shard, at.minusSeconds(60));
        now(level.round());

        assertThat(count(
                        "SELECT extract(epoch FROM read_until)::bigint FROM feed_level WHERE consumer = $1 AND shard = "
                                + shard,
                        "campaign"))
                .as("a second before")
                .isEqualTo(at.getEpochSecond());
    }

    private String launch(UnaryOperator<ObjectNode> change) {
        String id = unique("c");
        now(campaigns.save(CampaignInputs.with(id, change), "test"));
        now(campaigns.launch(id, "test"));
        return id;
    }

    private void work(ShardPage page) {
        now(pages.pages().work(page));
    }

    private static Event added(String customer, Instant at) {
        return Feed.event(unique("m"), customer, "Product Added", at).build();
    }

    private static Event goal(String customer, Instant at) {
        return Feed.event(unique("m"), customer, "Order Completed", at).build();
    }

    private static Event viewed(String customer, Instant at) {
        return Feed.event(unique("m"), customer, "Product Viewed", at).build();
    }

    private long waiting(String campaign) {
        return count("SELECT count(*) FROM enrolment WHERE campaign_id = $1", campaign);
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
