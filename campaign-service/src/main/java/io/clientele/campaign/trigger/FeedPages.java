package io.clientele.campaign.trigger;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.Reentry;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.consumer.FeedCursors;
import io.clientele.consumer.PageByPage;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.Event;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Works on pages of the feed, each in one transaction: enrols, halts, and lets other features follow. */
@ApplicationScoped
class FeedPages {

    private final Database database;
    private final CampaignBook book;
    private final List<PageEffect> effects;
    private final TriggerConfig config;
    private final Clock clock;
    private final PageByPage pages;

    private volatile @Nullable Known known;

    FeedPages(
            Database database,
            CampaignBook book,
            @Any Instance<PageEffect> effects,
            TriggerConfig config,
            TriggerMeters meters,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.effects = effects.stream().toList();
        this.config = config;
        this.clock = clock;
        this.pages = new PageByPage(event -> {}, this::work, meters);
    }

    private record Known(Edition edition, Matching matching) {}

    PageByPage pages() {
        return pages;
    }

    private Uni<Integer> work(ShardPage page) {
        List<Event> events = page.events();
        return database.inTransaction(transaction -> FeedCursors.advance(transaction, config.consumer(), page)
                        .chain(() -> FeedCursors.setAside(transaction, config.consumer(), page))
                        .chain(() -> book.current(transaction))
                        .call(edition -> trigger(transaction, events, edition))
                        .call(edition -> follow(transaction, events, edition)))
                .map(edition -> (int) events.stream()
                        .map(event -> event.customer().value())
                        .distinct()
                        .count());
    }

    private Uni<Void> trigger(SqlConnection transaction, List<Event> events, Edition edition) {
        Findings findings = matching(edition).find(events, clock.instant());
        return Enrolments.add(transaction, findings.entries(), campaign -> reentry(edition, campaign))
                .chain(() -> Signs.halt(transaction, findings.halts()))
                .chain(() -> Signs.active(transaction, findings.activities()));
    }

    static Reentry reentry(Edition edition, String campaign) {
        var stored = edition.campaigns().get(campaign);
        return stored == null ? new Reentry.Once() : stored.definition().reentry();
    }

    private Matching matching(Edition edition) {
        Known last = known;
        if (last != null && last.edition().sending().equals(edition.sending())) {
            return last.matching();
        }
        Matching matching = new Matching(launched(edition), config.mostLate());
        known = new Known(edition, matching);
        return matching;
    }

    private static List<StoredCampaign> launched(Edition edition) {
        return edition.campaigns().values().stream()
                .filter(campaign -> switch (campaign.state()) {
                    case RUNNING, PAUSED -> true;
                    case DRAFT, ENDED -> false;
                })
                .toList();
    }

    private Uni<Void> follow(SqlConnection transaction, List<Event> events, Edition edition) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PageEffect effect : effects) {
            all = all.chain(() -> effect.of(transaction, events, edition));
        }
        return all;
    }
}
