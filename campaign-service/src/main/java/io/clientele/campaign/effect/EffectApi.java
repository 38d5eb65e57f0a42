package io.clientele.campaign.effect;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Campaign;
import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of what campaigns brought about. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class EffectApi {

    private final Effect effect;

    EffectApi(Effect effect) {
        this.effect = effect;
    }

    @Description("What it brought about, as of now. Null only with an error, or if the campaign is gone.")
    public Uni<@Nullable CampaignResults> results(@Source Campaign campaign) {
        return effect.results(campaign.id()).map(found -> found.orElse(null));
    }
}
