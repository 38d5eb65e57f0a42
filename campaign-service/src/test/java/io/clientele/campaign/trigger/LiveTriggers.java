package io.clientele.campaign.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.clientele.campaign.definition.CampaignBook;
import io.clientele.contract.event.Event;
import io.clientele.database.Database;

/** The live way of enrolling, at whichever time it is said to be. */
@ApplicationScoped
public class LiveTriggers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final CampaignBook book;
    private final Instance<PageEffect> effects;
    private final TriggerConfig config;
    private final TriggerMeters meters;

    LiveTriggers(
            Database database,
            CampaignBook book,
            @Any Instance<PageEffect> effects,
            TriggerConfig config,
            TriggerMeters meters) {
        this.database = database;
        this.book = book;
        this.effects = effects;
        this.config = config;
        this.meters = meters;
    }

    /** Works on a page of the feed. */
    public void page(Feed feed, List<Event> events, Instant now) {
        new FeedPages(database, book, effects, config, meters, at(now))
                .pages()
                .work(feed.page(events))
                .await()
                .atMost(PATIENCE);
    }

    /** Enrols those who were silent for long enough. */
    public void silences(Instant now) {
        new Silences(database, book, config, at(now)).round().await().atMost(PATIENCE);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
