package io.clientele.campaign.playbook;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Campaign;
import io.clientele.campaign.definition.SummaryLanguage;
import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** The GraphQL of playbooks. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class PlaybookApi {

    private final PlaybookShelf shelf;
    private final PlaybookCampaigns campaigns;
    private final SecurityIdentity caller;

    PlaybookApi(PlaybookShelf shelf, PlaybookCampaigns campaigns, SecurityIdentity caller) {
        this.shelf = shelf;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @Query
    @NonNull
    @NonBlocking
    @Description("Every playbook.")
    public List<@NonNull Playbook> playbooks(@DefaultValue("EN") SummaryLanguage language) {
        return shelf.all().stream()
                .map(playbook -> Playbook.of(playbook, tag(language)))
                .toList();
    }

    @Query
    @NonBlocking
    @Description("A playbook; null if none has this id.")
    public @Nullable Playbook playbook(@NonNull @Id String id, @DefaultValue("EN") SummaryLanguage language) {
        return shelf.find(id)
                .map(playbook -> Playbook.of(playbook, tag(language)))
                .orElse(null);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Makes a draft of a playbook, and the benefit that it gives.")
    public Uni<Campaign> campaignFromPlaybook(@NonNull CampaignFromPlaybookInput input) {
        return Uni.createFrom().deferred(() -> campaigns.make(input, who())).map(Campaign::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Makes a draft for the members of a segment, and the benefit that it gives.")
    public Uni<Campaign> campaignFromSegment(@NonNull CampaignFromSegmentInput input) {
        return Uni.createFrom()
                .deferred(() -> campaigns.make(input.asPlaybook(), who()))
                .map(Campaign::of);
    }

    private static String tag(SummaryLanguage language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
