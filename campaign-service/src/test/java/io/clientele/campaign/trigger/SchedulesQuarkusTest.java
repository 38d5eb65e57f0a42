package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class SchedulesQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

    @Inject
    Schedules schedules;

    private String id = "";
    private String segment = "";

    @BeforeEach
    void begin() {
        Schema.await(database);
        id = unique("c");
        segment = unique("seg");
        Profiles.segment(segment, "MANUAL");
        Profiles.customer(segment + "-a", Map.of(), segment);
        Profiles.customer(segment + "-b", Map.of(), segment);
    }

    @Test
    void enrolsNobodyBeforeTheCampaignStarts() {
        LocalDateTime past = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1);
        String start = Instant.now().plus(Duration.ofHours(12)).toString();
        launchedDaysAgo(1, daily(past, json -> json.put("startsAt", start)));

        settle();
        assertThat(next()).isEqualTo(1);

        sql("UPDATE schedule SET occurrence = 0, begins_at = begins_at - interval '1 day' WHERE campaign_id = $1");
        settle();

        assertThat(next()).as("passed over").isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void isOverWhenItComesRoundAfterTheCampaignHasEnded() {
        LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(6);
        String end = Instant.now().plusSeconds(5).toString();
        launchedDaysAgo(0, daily(soon, json -> json.put("endsAt", end)));

        await().atMost(PATIENCE).untilAsserted(() -> {
            settle();
            assertThat(count("SELECT count(*) FROM schedule WHERE campaign_id = $1 AND begins_at = 'infinity'"))
                    .isOne();
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void passesOverWhatIsTooLateForAnybody() {
        launchedDaysAgo(
                4, daily(LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).minusDays(3), json -> json));

        settle();

        assertThat(waiting()).as("by the last occurrence only").isEqualTo(2);
        assertThat(next()).isEqualTo(4);
    }

    @Test
    void enrolsNobodyAgainByANewVersion() {
        LocalDateTime first = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).minusDays(3);
        launchedDaysAgo(4, daily(first, json -> json));
        settle();
        sql("DELETE FROM enrolment WHERE campaign_id = $1");

        save(daily(first, json -> json.put("name", "Come again")));
        settle();
        assertThat(next()).isEqualTo(4);

        save(daily(first.minusMinutes(1), json -> json));
        settle();
        assertThat(next()).isEqualTo(4);
        assertThat(waiting()).isZero();
        assertThat(count("SELECT version FROM schedule WHERE campaign_id = $1")).isEqualTo(3);
    }

    @Test
    void goesOnByANewVersionWhereItWas() {
        LocalDateTime first = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1);
        launchedDaysAgo(1, daily(first, json -> json));
        settle();
        sql("DELETE FROM enrolment WHERE campaign_id = $1");
        sql("UPDATE schedule SET occurrence = 0, begins_at = begins_at - interval '1 day', after_customer = '" + segment
                + "-a' WHERE campaign_id = $1");

        save(daily(first, json -> json.put("name", "Come again")));
        settle();

        assertThat(waiting()).as("whoever was not read yet").isEqualTo(1);
        assertThat(next()).isEqualTo(1);
    }

    private UnaryOperator<ObjectNode> daily(LocalDateTime first, UnaryOperator<ObjectNode> change) {
        return json -> {
            json.withObject("/audience").put("segment", segment);
            json.withObject("/reentry").put("always", true);
            json.putObject("trigger")
                    .putObject("schedule")
                    .put("at", first.toString())
                    .put("every", "DAILY")
                    .put("zone", "SHOP");
            return change.apply(json);
        };
    }

    private void launchedDaysAgo(int days, UnaryOperator<ObjectNode> change) {
        save(change);
        now(campaigns.launch(id, "test"));
        sql("UPDATE campaign SET launched_at = launched_at - interval '" + days + " days' WHERE id = $1");
        sql("UPDATE campaigns_change SET number = number + 1 WHERE $1 <> ''");
    }

    private void save(UnaryOperator<ObjectNode> change) {
        now(campaigns.save(CampaignInputs.with(id, change).withKey(unique("key")), "test"));
    }

    /** Until nothing is due. */
    private void settle() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !now(schedules.round()).isZero());
    }

    private long next() {
        return count("SELECT occurrence FROM schedule WHERE campaign_id = $1");
    }

    private long waiting() {
        return count("SELECT count(*) FROM enrolment WHERE campaign_id = $1");
    }

    private long count(String query) {
        return now(database.onConnection(
                        connection -> connection.preparedQuery(query).execute(Tuple.of(id))))
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement) {
        now(database.onConnection(
                connection -> connection.preparedQuery(statement).execute(Tuple.of(id))));
    }

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
