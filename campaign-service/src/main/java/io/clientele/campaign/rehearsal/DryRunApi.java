package io.clientele.campaign.rehearsal;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of dry runs. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class DryRunApi {

    private final DryRuns dryRuns;
    private final SecurityIdentity caller;

    DryRunApi(DryRuns dryRuns, SecurityIdentity caller) {
        this.dryRuns = dryRuns;
        this.caller = caller;
    }

    @Query
    @Description("A dry run; null if none has this id. Ended ones are kept for a while.")
    public Uni<@Nullable DryRun> dryRun(@NonNull @Id String id) {
        return dryRuns.find(id).map(found -> found.map(DryRun::of).orElse(null));
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description(
            "Finds out what a campaign as it is stored would have done in a time of the past; its dates are not looked at. Each problem for which it could not be launched is an error of its own.")
    public Uni<DryRun> startDryRun(@NonNull DryRunInput input) {
        return Uni.createFrom()
                .deferred(() -> dryRuns.start(input, caller.getPrincipal().getName()))
                .map(DryRun::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Stops a dry run; no effect if it has ended.")
    public Uni<DryRun> cancelDryRun(@NonNull @Id String id) {
        return Uni.createFrom().deferred(() -> dryRuns.cancel(id)).map(DryRun::of);
    }
}
