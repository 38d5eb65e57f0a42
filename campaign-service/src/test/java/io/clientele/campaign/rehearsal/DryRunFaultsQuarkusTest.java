package io.clientele.campaign.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.Ask;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.decision.DecisionRehearsals;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.trigger.Feed;
import io.clientele.campaign.trigger.PastMembers;
import io.clientele.contract.event.Product;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import static io.clientele.campaign.rehearsal.PastData.FROM;
import static io.clientele.campaign.rehearsal.PastData.TO;
import static io.clientele.campaign.rehearsal.TestDryRuns.input;
import static io.clientele.campaign.rehearsal.TestDryRuns.now;
import static io.clientele.campaign.rehearsal.TestDryRuns.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What dry runs refuse, and how they end when something fails. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(RehearsalStack.class)
class DryRunFaultsQuarkusTest {

    @Inject
    Database database;

    @Inject
    Campaigns campaigns;

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
    TestDryRuns dryRuns;

    @BeforeEach
    void clear() {
        dryRuns.clear();
    }

    @AfterEach
    void back() {
        Profiles.away(false);
    }

    @Test
    void isTakenUpByAnotherInstanceWhenOneIsKilledHalfWay() {
        String segment = unique("vip");
        PastData.index(PastData.shoppers(unique("k"), segment, 30));
        String campaign = dryRuns.draft(PastData.limited(segment, dryRuns.benefit(10)));
        String undisturbed = dryRuns.made(campaign).getString("decisions");
        String id = dryRuns.start(campaign);
        DryRunning other = new DryRunning(database, campaigns, events, members, decisions, config);

        Profiles.away(true);
        assertThat(failed(running.round())).isTrue();
        Profiles.away(false);
        now(other.round());
        assertThat(dryRuns.read(id).getString("state")).isEqualTo("RUNNING");
        // The one that was at it is not heard of any more.
        dryRuns.sql("UPDATE dry_run SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'");
        now(other.round());

        assertThat(dryRuns.read(id).getString("state")).isEqualTo("DONE");
        assertThat(dryRuns.read(id).getString("decisions")).isEqualTo(undisturbed);
    }

    @Test
    void failsWhenWhatItReadsIsAwayAgainAndAgain() {
        PastData.index(PastData.shoppers(unique("a"), unique("vip"), 5));
        String id = dryRuns.start(dryRuns.draft(json -> json));
        Profiles.away(true);

        assertThat(failed(running.round())).isTrue();
        dryRuns.sql("UPDATE dry_run SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'");
        now(running.round());

        assertThat(dryRuns.read(id).getString("state")).isEqualTo("FAILED");
        assertThat(dryRuns.read(id).getString("problem")).isEqualTo("UNAVAILABLE");
    }

    @Test
    void failsWhenInstancesAreKilledOverItAgainAndAgain() {
        String id = dryRuns.start(dryRuns.draft(json -> json));
        dryRuns.sql("UPDATE dry_run SET attempts = 2 WHERE state = 'RUNNING'");

        now(running.round());

        assertThat(dryRuns.read(id).getString("problem")).isEqualTo("FAULT");
    }

    @Test
    void stopsWhenItIsCancelled() {
        String id = dryRuns.start(dryRuns.draft(json -> json));
        now(database.onConnection(connection -> DryRunStore.claim(connection, "somebody", Duration.ofMinutes(1))));

        Ask.good("mutation($id: ID!) { cancelDryRun(id: $id) { state } }", Map.of("id", id))
                .body("data.cancelDryRun.state", equalTo("CANCELLED"));

        boolean goesOn = now(database.onConnection(
                connection -> DryRunStore.goOn(connection, id, "somebody", Duration.ofMinutes(1), 0.5)));
        assertThat(goesOn).isFalse();
        now(running.round());
        assertThat(dryRuns.read(id).getString("state")).isEqualTo("CANCELLED");
        Ask.refused(
                "UNKNOWN_DRY_RUN", "id", "mutation($id: ID!) { cancelDryRun(id: $id) { id } }", Map.of("id", "none"));
    }

    @Test
    void refusesWhatCannotBeRehearsed() {
        String campaign = dryRuns.draft(json -> json);
        Instant now = Instant.now();

        Ask.refused("UNKNOWN_CAMPAIGN", "input.campaign", TestDryRuns.START, input("none", FROM, TO));
        Ask.refused("DRY_RUN_RANGE_EMPTY", "input.to", TestDryRuns.START, input(campaign, TO, FROM));
        Ask.refused(
                "DRY_RUN_RANGE_TOO_LONG",
                "input.from",
                TestDryRuns.START,
                input(campaign, FROM.minusSeconds(86_400 * 90), TO));
        Ask.refused(
                "DRY_RUN_IN_FUTURE",
                "input.to",
                TestDryRuns.START,
                input(campaign, now.minusSeconds(60), now.plusSeconds(3600)));
        Ask.as("analyst", TestDryRuns.START, input(campaign, FROM, TO))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void keepsNoMoreOfEventsThanItMayWhileTheirCustomersWait() {
        String delayed = dryRuns.draft(json -> json.put("delay", "P2D"));
        String silence = dryRuns.draft(json -> {
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

        String first = dryRuns.start(delayed, from, from.plus(Duration.ofDays(1)));
        String second = dryRuns.start(silence, from, from.plus(Duration.ofDays(1)));
        now(running.round());
        now(running.round());

        assertThat(dryRuns.read(first).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
        assertThat(dryRuns.read(second).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
    }

    @Test
    void startsOncePerKeyAndReadsNoMoreThanItMay() {
        String campaign = dryRuns.draft(json -> json);
        Map<String, Object> input = input(campaign, FROM, TO);
        String id = Ask.good(TestDryRuns.START, input).extract().path("data.startDryRun.id");
        assertThat(Ask.good(TestDryRuns.START, input).extract().<String>path("data.startDryRun.id"))
                .isEqualTo(id);
        String customer = unique("busy");
        PastData.index(IntStream.range(0, 5_001)
                .mapToObj(i -> PastData.event(customer, "Product Added", FROM.plusSeconds(86_400L * 40 + i)))
                .toList());

        String busy = dryRuns.start(campaign, FROM.plusSeconds(86_400L * 40), FROM.plusSeconds(86_400L * 41));
        now(running.round());
        now(running.round());

        assertThat(dryRuns.read(id).getString("state")).isEqualTo("DONE");
        assertThat(dryRuns.read(busy).getString("problem")).isEqualTo("TOO_MUCH_TO_READ");
    }

    private static boolean failed(Uni<?> work) {
        return now(work.replaceWith(false).onFailure().recoverWithItem(true));
    }
}
