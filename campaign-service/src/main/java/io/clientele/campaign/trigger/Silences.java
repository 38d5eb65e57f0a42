package io.clientele.campaign.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Enrols customers who have been silent for long enough, and forgets halts that matter no more. */
@ApplicationScoped
class Silences {

    private static final int MOST = 1_000;

    private final Database database;
    private final CampaignBook book;
    private final TriggerConfig config;
    private final Clock clock;

    Silences(Database database, CampaignBook book, TriggerConfig config, Clock clock) {
        this.database = database;
        this.book = book;
        this.config = config;
        this.clock = clock;
    }

    /** Enrols some; gives the pause until the next round. */
    Uni<Duration> round() {
        Instant now = clock.instant();
        return database.inTransaction(transaction -> book.current(transaction)
                        .chain(edition -> enrol(transaction, edition, now))
                        .call(() -> Signs.forgetHalts(transaction, now, MOST)))
                .map(enrolled -> enrolled == MOST ? Duration.ZERO : config.beat());
    }

    private Uni<Integer> enrol(SqlConnection transaction, Edition edition, Instant now) {
        List<String> running = edition.in(CampaignState.RUNNING).stream()
                .filter(campaign -> campaign.definition().trigger() instanceof Trigger.OnInactivity)
                .map(StoredCampaign::id)
                .toList();
        return running.isEmpty()
                ? Uni.createFrom().item(0)
                : Signs.silent(transaction, running, now, MOST)
                        .call(silent -> Enrolments.add(
                                transaction,
                                entries(silent, edition),
                                campaign -> FeedPages.reentry(edition, campaign)))
                        .map(List::size);
    }

    private static List<Entry> entries(List<Activity> silent, Edition edition) {
        List<Entry> entries = new ArrayList<>();
        for (Activity one : silent) {
            StoredCampaign campaign = edition.campaigns().get(one.campaign());
            if (campaign != null) {
                entries.add(entry(one, campaign));
            }
        }
        return entries;
    }

    /** Of a customer who was silent for long enough. */
    static Entry entry(Activity silent, StoredCampaign campaign) {
        return new Entry(
                silent.campaign(),
                silent.customer(),
                "silent since " + silent.at(),
                silent.at(),
                silent.silentAt().plus(campaign.definition().delay()),
                silent.event());
    }
}
