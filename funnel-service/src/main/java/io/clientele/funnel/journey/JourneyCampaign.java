package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Campaign;

/** What brought the customer. */
@Description("What brought the customer.")
public record JourneyCampaign(
        @Nullable String source,
        @Nullable String medium,
        @Nullable String name,
        @Nullable String id) {

    static JourneyCampaign of(Campaign campaign) {
        return new JourneyCampaign(campaign.source(), campaign.medium(), campaign.name(), campaign.id());
    }
}
