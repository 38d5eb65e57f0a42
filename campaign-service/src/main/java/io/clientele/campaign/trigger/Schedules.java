package io.clientele.campaign.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.clientele.campaign.audience.Segments;
import io.clientele.campaign.audience.Segments.Members;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger.OnSchedule;
import io.clientele.campaign.trigger.ScheduleRows.Row;
import io.clientele.consumer.Faults;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Enrols the members of a campaign's audience when its date comes, page by page: each page's place is stored with its enrolments. */
@ApplicationScoped
class Schedules {

    private static final Logger LOG = Logger.getLogger(Schedules.class);
    private static final int PAGE = 1_000;

    private final Database database;
    private final CampaignBook book;
    private final Segments segments;
    private final ScheduleEntries entries;
    private final ShopConfig shop;
    private final TriggerConfig config;
    private final Clock clock;

    /** Ids and versions of campaigns, so that the log tells of each once. */
    private final Set<String> unpreparable = ConcurrentHashMap.newKeySet();

    Schedules(
            Database database,
            CampaignBook book,
            Segments segments,
            ScheduleEntries entries,
            ShopConfig shop,
            TriggerConfig config,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.segments = segments;
        this.entries = entries;
        this.shop = shop;
        this.config = config;
        this.clock = clock;
    }

    /** Enrols one page; gives the pause until the next round. */
    Uni<Duration> round() {
        Instant now = clock.instant();
        return database.onConnection(connection -> book.current(connection)
                        .chain(edition -> ScheduleRows.unprepared(connection, scheduled(edition))))
                .chain(this::prepare)
                .chain(() -> database.inTransaction(transaction -> book.current(transaction)
                        .chain(edition -> ScheduleRows.due(transaction, now, scheduled(edition))
                                .chain(row -> row.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : page(transaction, edition, row.get(), now)
                                                .replaceWith(true)))))
                .map(worked -> worked ? Duration.ZERO : config.beat());
    }

    private static List<StoredCampaign> scheduled(Edition edition) {
        return edition.in(CampaignState.RUNNING).stream()
                .filter(campaign -> campaign.definition().trigger() instanceof OnSchedule)
                .toList();
    }

    /** Notes when each schedule comes round next, each by itself: one that comes at no time that there is keeps no other. */
    private Uni<Void> prepare(List<StoredCampaign> unprepared) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (StoredCampaign campaign : unprepared) {
            all = all.chain(() -> database.inTransaction(transaction -> prepare(transaction, campaign))
                    .onFailure(Faults::ofEvents)
                    .recoverWithUni(fault -> {
                        if (unpreparable.add(campaign.id() + " " + campaign.version())) {
                            LOG.errorf(fault, "The schedule of campaign %s cannot be followed", campaign.id());
                        }
                        return Uni.createFrom().voidItem();
                    }));
        }
        return all;
    }

    private Uni<Void> prepare(SqlConnection transaction, StoredCampaign campaign) {
        if (!(campaign.definition().trigger() instanceof OnSchedule open)) {
            return Uni.createFrom().voidItem();
        }
        Timetable timetable = timetable(campaign, open);
        return ScheduleRows.noted(transaction, campaign)
                .chain(noted -> noted.isEmpty()
                        ? begin(transaction, campaign, timetable)
                        : renew(transaction, campaign, timetable, noted.get()));
    }

    private static Uni<Void> begin(SqlConnection transaction, StoredCampaign campaign, Timetable timetable) {
        Occurrence first = timetable.first();
        return ScheduleRows.prepare(transaction, campaign, first.number(), timetable.begins(first));
    }

    /** A new version goes on with an occurrence that is the same by it, and otherwise with what is still to come. */
    private Uni<Void> renew(SqlConnection transaction, StoredCampaign campaign, Timetable timetable, Row noted) {
        return ScheduleRows.same(transaction, campaign, timetable.begins(timetable.occurrence(noted.occurrence())))
                .chain(same -> same
                        ? Uni.createFrom().voidItem()
                        : ScheduleRows.version(transaction, campaign)
                                .chain(() -> goTo(transaction, noted, timetable, timetable.upcoming(clock.instant()))));
    }

    private Timetable timetable(StoredCampaign campaign, OnSchedule open) {
        Instant launch = campaign.launchedAt().orElseGet(clock::instant);
        return new Timetable(campaign, open, launch, shop.zone(), config.mostLate());
    }

    private Uni<Void> page(SqlConnection transaction, Edition edition, Row row, Instant now) {
        StoredCampaign campaign = edition.campaigns().get(row.campaign());
        if (campaign == null
                || !(campaign.definition().trigger() instanceof OnSchedule open)
                || campaign.definition().audience().segment().isEmpty()) {
            return ScheduleRows.over(transaction, row);
        }
        Timetable timetable = timetable(campaign, open);
        Occurrence occurrence = timetable.occurrence(row.occurrence());
        Optional<Occurrence> entered = timetable.open(row.occurrence(), now);
        if (timetable.ended(occurrence) || !entered.equals(Optional.of(occurrence))) {
            return goTo(transaction, row, timetable, entered);
        }
        return segments.members(campaign.definition().audience().segment().get(), row.after(), PAGE)
                .call(members -> entries.of(
                                campaign,
                                timetable.schedule(),
                                occurrence,
                                members,
                                due -> timetable.enrols(occurrence, due, now))
                        .chain(found -> Enrolments.add(
                                transaction, found, _ -> campaign.definition().reentry())))
                .chain(members -> goOn(transaction, row, timetable, occurrence, members));
    }

    private static Uni<Void> goOn(
            SqlConnection transaction, Row row, Timetable timetable, Occurrence occurrence, Members members) {
        Optional<String> after = members.after();
        return after.isPresent()
                ? ScheduleRows.reached(transaction, row, after.get())
                : goTo(transaction, row, timetable, timetable.after(occurrence));
    }

    private static Uni<Void> goTo(
            SqlConnection transaction, Row row, Timetable timetable, Optional<Occurrence> occurrence) {
        return occurrence
                .filter(next -> !timetable.ended(next))
                .map(next -> ScheduleRows.next(transaction, row, next.number(), timetable.begins(next)))
                .orElseGet(() -> ScheduleRows.over(transaction, row));
    }
}
