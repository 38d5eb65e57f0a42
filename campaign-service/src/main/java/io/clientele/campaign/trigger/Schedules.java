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
                        .chain(edition -> ScheduleRows.due(transaction, now, ids(edition))
                                .chain(row -> row.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : page(transaction, edition, row.get()).replaceWith(true)))))
                .map(worked -> worked ? Duration.ZERO : config.beat());
    }

    private static List<StoredCampaign> scheduled(Edition edition) {
        return edition.in(CampaignState.RUNNING).stream()
                .filter(campaign -> campaign.definition().trigger() instanceof OnSchedule)
                .toList();
    }

    private static List<String> ids(Edition edition) {
        return scheduled(edition).stream().map(StoredCampaign::id).toList();
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
        OnSchedule schedule = fixed(open, campaign);
        Occurrence next = Occurrence.from(schedule, launch(campaign), shop.zone());
        return ScheduleRows.prepare(transaction, campaign, next.number(), next.begins(schedule, shop.zone()));
    }

    private Instant launch(StoredCampaign campaign) {
        return campaign.launchedAt().orElseGet(clock::instant);
    }

    private OnSchedule fixed(OnSchedule schedule, StoredCampaign campaign) {
        return schedule.launchedAt(launch(campaign).atZone(shop.zone()).toLocalDateTime());
    }

    private Uni<Void> page(SqlConnection transaction, Edition edition, Row row) {
        StoredCampaign campaign = edition.campaigns().get(row.campaign());
        if (campaign == null
                || !(campaign.definition().trigger() instanceof OnSchedule open)
                || campaign.definition().audience().segment().isEmpty()) {
            return ScheduleRows.over(transaction, row);
        }
        OnSchedule schedule = fixed(open, campaign);
        Occurrence occurrence = Occurrence.of(schedule, row.occurrence());
        return segments.members(campaign.definition().audience().segment().get(), row.after(), PAGE)
                .call(members -> entries.of(campaign, schedule, occurrence, members)
                        .chain(found -> Enrolments.add(
                                transaction, found, _ -> campaign.definition().reentry())))
                .chain(members -> goOn(transaction, row, schedule, occurrence, members));
    }

    private Uni<Void> goOn(
            SqlConnection transaction, Row row, OnSchedule schedule, Occurrence occurrence, Members members) {
        Optional<String> after = members.after();
        if (after.isPresent()) {
            return ScheduleRows.reached(transaction, row, after.get());
        }
        int next = occurrence.number() + 1;
        return Occurrence.exists(schedule, next)
                ? ScheduleRows.next(
                        transaction, row, next, Occurrence.of(schedule, next).begins(schedule, shop.zone()))
                : ScheduleRows.over(transaction, row);
    }
}
