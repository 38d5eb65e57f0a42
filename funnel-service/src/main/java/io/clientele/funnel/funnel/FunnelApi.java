package io.clientele.funnel.funnel;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of funnels. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class FunnelApi {

    private final FunnelService funnels;

    FunnelApi(FunnelService funnels) {
        this.funnels = funnels;
    }

    @Query
    @NonNull
    @Description("How many customers or sessions went through steps in order, within a window of time; exact.")
    public Uni<Funnel> funnel(@NonNull FunnelInput input) {
        return Uni.createFrom().item(input::question).flatMap(funnels::compute);
    }
}
