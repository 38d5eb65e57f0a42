package io.clientele.campaign.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.clientele.campaign.audience.MembershipChanges;
import io.clientele.campaign.audience.MembershipChanges.Change;
import io.clientele.campaign.audience.MembershipChanges.Page;
import io.clientele.campaign.customer.Forgetting;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Enrols whoever enters a segment or leaves it, as profile-service tells it; has erased customers forgotten. */
@ApplicationScoped
class Memberships {

    private static final String ERASED = "erased:";
    private static final int PAGE = 1_000;

    private final Database database;
    private final MembershipChanges changes;
    private final CampaignBook book;
    private final List<Forgetting> forgetting;
    private final TriggerConfig config;
    private final Clock clock;

    Memberships(
            Database database,
            MembershipChanges changes,
            CampaignBook book,
            @Any Instance<Forgetting> forgetting,
            TriggerConfig config,
            Clock clock) {
        this.database = database;
        this.changes = changes;
        this.book = book;
        this.forgetting = forgetting.stream().toList();
        this.config = config;
        this.clock = clock;
    }

    /** Works on the next page; gives the pause until the one after it. */
    Uni<Duration> round() {
        return database.onConnection(Memberships::cursor)
                .chain(cursor ->
                        cursor.map(known -> Uni.createFrom().item(known)).orElseGet(this::begin))
                .chain(cursor -> changes.read(cursor, PAGE, config.maxWait())
                        .chain(page -> page.cursor().equals(cursor)
                                ? Uni.createFrom().voidItem()
                                : database.inTransaction(transaction -> work(transaction, cursor, page))))
                .replaceWith(Duration.ZERO);
    }

    /** From now on: whoever is a member already did not enter. */
    private Uni<String> begin() {
        return changes.now()
                .chain(now -> database.inTransaction(transaction -> transaction
                        .preparedQuery("INSERT INTO membership_cursor (cursor) VALUES ($1) ON CONFLICT DO NOTHING")
                        .execute(Tuple.of(now))
                        .chain(() -> cursor(transaction))))
                .map(Optional::orElseThrow);
    }

    private static Uni<Optional<String>> cursor(SqlClient client) {
        return client.preparedQuery("SELECT cursor FROM membership_cursor")
                .execute()
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString(0)));
    }

    private Uni<Void> work(SqlConnection transaction, String from, Page page) {
        return transaction
                .preparedQuery("UPDATE membership_cursor SET cursor = $2 WHERE cursor = $1")
                .execute(Tuple.of(from, page.cursor()))
                .chain(moved -> moved.rowCount() == 1
                        ? effects(transaction, page.changes())
                        // Another instance was faster.
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> effects(SqlConnection transaction, List<Change> told) {
        return book.current(transaction)
                .chain(edition -> Enrolments.add(
                        transaction, entries(told, edition), campaign -> FeedPages.reentry(edition, campaign)))
                .chain(() -> forget(
                        transaction,
                        told.stream()
                                .map(Change::customer)
                                .filter(customer -> customer.startsWith(ERASED))
                                .map(customer -> customer.substring(ERASED.length()))
                                .distinct()
                                .toList()));
    }

    private List<Entry> entries(List<Change> told, Edition edition) {
        Instant now = clock.instant();
        Matching matching = new Matching(List.of(), config.mostLate());
        List<Entry> entries = new ArrayList<>();
        for (StoredCampaign campaign : edition.in(CampaignState.RUNNING)) {
            told.stream()
                    .filter(change -> means(change, campaign.definition().trigger()))
                    .filter(change -> matching.enrols(campaign, change.at(), now))
                    .map(change -> new Entry(
                            campaign.id(),
                            change.customer(),
                            "membership " + change.position(),
                            change.at(),
                            change.at().plus(campaign.definition().delay()),
                            null))
                    .forEach(entries::add);
        }
        return entries;
    }

    private static boolean means(Change change, Trigger trigger) {
        return !change.customer().startsWith(ERASED)
                && switch (trigger) {
                    case Trigger.OnSegmentEntry(String segment) ->
                        change.entered() && change.segment().equals(segment);
                    case Trigger.OnSegmentExit(String segment) ->
                        !change.entered() && change.segment().equals(segment);
                    case Trigger.OnEvent _, Trigger.OnInactivity _, Trigger.OnSchedule _ -> false;
                };
    }

    private Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        Uni<Void> all = Uni.createFrom().voidItem();
        if (!hashes.isEmpty()) {
            for (Forgetting one : forgetting) {
                all = all.chain(() -> one.forget(transaction, hashes));
            }
        }
        return all;
    }
}
