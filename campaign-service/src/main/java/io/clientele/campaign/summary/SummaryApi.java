package io.clientele.campaign.summary;

import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

import io.clientele.campaign.audience.Segments;
import io.clientele.campaign.definition.Campaign;
import io.clientele.campaign.definition.CampaignInput;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.campaign.definition.SummaryLanguage;
import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of what campaigns do, in words. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class SummaryApi {

    private final Segments segments;

    SummaryApi(Segments segments) {
        this.segments = segments;
    }

    /** One at a time: a batch would answer all languages of a request in the first. */
    @NonNull
    @Description("Whom it contacts, when, and with what, in one sentence.")
    public Uni<String> summary(@Source Campaign campaign, @DefaultValue("EN") SummaryLanguage language) {
        CampaignInput input = CampaignJson.read(campaign.definition());
        Set<String> named = Summary.segments(input);
        Uni<Map<String, String>> names = named.isEmpty() ? Uni.createFrom().item(Map.of()) : segments.names(named);
        return names.map(known -> Summary.of(input, language, known));
    }
}
