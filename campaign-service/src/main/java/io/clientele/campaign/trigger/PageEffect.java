package io.clientele.campaign.trigger;

import java.util.List;

import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What else a page of the feed causes, in the transaction in which its cursor moves. Each feature that follows events has one. */
public interface PageEffect {

    /**
     * Stores what the events cause.
     *
     * @param events of one page, in the feed's order; each comes once
     * @return fails as PostgreSQL does, or with a {@link RuntimeException} if an event cannot be worked on
     */
    Uni<Void> of(SqlConnection transaction, List<Event> events, Edition campaigns);
}
