package io.clientele.campaign.effect;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.definition.Campaigns;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;

/** Tells what campaigns brought about. */
@ApplicationScoped
class Effect {

    private final Database database;
    private final Campaigns campaigns;

    Effect(Database database, Campaigns campaigns) {
        this.database = database;
        this.campaigns = campaigns;
    }

    /** The results of a campaign, as of now; empty if there is no such campaign. */
    Uni<Optional<CampaignResults>> results(String campaign) {
        return campaigns
                .find(campaign)
                .chain(found -> found.map(
                                stored -> results(campaign, stored.definition().currency())
                                        .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The results of a campaign whose amounts are in a currency; empty groups if it has decided nothing yet. */
    Uni<CampaignResults> results(String campaign, String currency) {
        return database.inTransaction(transaction -> EffectRows.read(transaction, campaign, currency))
                .map(Outcome::of);
    }
}
