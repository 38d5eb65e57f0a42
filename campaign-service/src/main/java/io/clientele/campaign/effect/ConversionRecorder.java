package io.clientele.campaign.effect;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.CustomerIds;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.trigger.PageEffect;
import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Keeps, of each page of the feed, what its events mean for the effect of campaigns. Events carry the id that their message
 * has, and exposures one that the same customer had by then: profile-service tells which ids are one customer's, and is asked
 * only for events that can matter.
 */
@ApplicationScoped
class ConversionRecorder implements PageEffect {

    private final CustomerIds ids;

    ConversionRecorder(CustomerIds ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> of(SqlConnection transaction, List<Event> events, Edition campaigns) {
        GoalEvents all = GoalEvents.of(CampaignGoal.of(campaigns.campaigns().values()), events);
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : ConversionRows.contacting(transaction).chain(contacting -> record(transaction, all.of(contacting)));
    }

    private Uni<Void> record(SqlConnection transaction, GoalEvents found) {
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : ids.of(found.customers()).chain(known -> found.record(transaction, known));
    }
}
