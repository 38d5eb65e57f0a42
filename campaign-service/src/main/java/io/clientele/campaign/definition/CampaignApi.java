package io.clientele.campaign.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.CampaignCheck.Moment;
import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;

/** The GraphQL of campaigns. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class CampaignApi {

    private final Campaigns campaigns;
    private final SecurityIdentity caller;

    CampaignApi(Campaigns campaigns, SecurityIdentity caller) {
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @Query
    @NonNull
    @Description("Every campaign, by id.")
    public Uni<@NonNull List<@NonNull Campaign>> campaigns(
            @Nullable @Description("Only those in this state.") CampaignState state) {
        return campaigns
                .all()
                .map(all -> all.stream()
                        .filter(one -> state == null || one.state() == state)
                        .map(Campaign::of)
                        .toList());
    }

    @Query
    @Description("A campaign; null if none has this id.")
    public Uni<@Nullable Campaign> campaign(@NonNull @Id String id) {
        return campaigns.find(id).map(found -> found.map(Campaign::of).orElse(null));
    }

    /** The entities of the gateway's representations, in their order, null for the missing. */
    @Resolver
    public Uni<List<@Nullable Campaign>> campaignsById(@NonNull List<@NonNull String> id) {
        return campaigns.find(id).map(found -> {
            Map<String, Campaign> byId = new HashMap<>();
            found.forEach(one -> byId.put(one.id(), Campaign.of(one)));
            List<@Nullable Campaign> ordered = new ArrayList<>();
            id.forEach(one -> ordered.add(byId.get(one)));
            return ordered;
        });
    }

    /** The entities of the gateway's representations, in their order. */
    @Resolver
    public List<Segment> segmentsById(@NonNull List<@NonNull String> id) {
        return id.stream().map(Segment::new).toList();
    }

    @Description("The campaigns whose audience is this segment, by id. Null only with an error.")
    public Uni<List<@NonNull List<@NonNull Campaign>>> campaigns(@Source List<Segment> segments) {
        return campaigns
                .ofSegments(segments.stream().map(Segment::id).toList())
                .map(found -> segments.stream()
                        .map(segment -> found.stream()
                                .filter(one -> one.definition()
                                        .audience()
                                        .segment()
                                        .filter(segment.id()::equals)
                                        .isPresent())
                                .map(Campaign::of)
                                .toList())
                        .toList());
    }

    @Query
    @NonNull
    @Description("Everything that is wrong with a campaign; nothing is stored.")
    public Uni<@NonNull List<@NonNull CampaignProblem>> checkCampaign(@NonNull CampaignInput input) {
        return Uni.createFrom().deferred(() -> campaigns.problems(input, Moment.LAUNCH));
    }

    @NonNull
    @Description("Of a draft or a paused campaign, why it cannot be launched; none of all others.")
    public Uni<List<@NonNull CampaignProblem>> problems(@Source Campaign campaign) {
        return switch (campaign.state()) {
            case RUNNING, ENDED -> Uni.createFrom().item(List.of());
            case DRAFT, PAUSED ->
                campaigns
                        .find(campaign.id())
                        .chain(found -> found.map(campaigns::launchProblems)
                                .orElseGet(() -> Uni.createFrom().item(List.of())));
        };
    }

    @Query
    @NonNull
    @Description("Whether anything is sent at all.")
    public Uni<Sending> sending() {
        return campaigns.sending();
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description(
            "Stores a campaign as a draft, or as the next version of the one that has its id. Each problem is an error of its own.")
    public Uni<Campaign> saveCampaign(@NonNull CampaignInput input) {
        return Uni.createFrom().deferred(() -> campaigns.save(input, who())).map(Campaign::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Lets a campaign run; no effect if it does. Each problem is an error of its own.")
    public Uni<Campaign> launchCampaign(@NonNull @Id String id) {
        return Uni.createFrom().deferred(() -> campaigns.launch(id, who())).map(Campaign::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Holds a running campaign; launching it lets it go on.")
    public Uni<Campaign> pauseCampaign(@NonNull @Id String id) {
        return Uni.createFrom().deferred(() -> campaigns.pause(id, who())).map(Campaign::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Ends a campaign for good; those who wait in it are not contacted.")
    public Uni<Campaign> endCampaign(@NonNull @Id String id) {
        return Uni.createFrom().deferred(() -> campaigns.end(id, who())).map(Campaign::of);
    }

    @Mutation("setSending")
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Stops everything that is sent, or lets it go on.")
    public Uni<Sending> setSending(boolean stopped) {
        return Uni.createFrom().deferred(() -> campaigns.setSending(stopped));
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
