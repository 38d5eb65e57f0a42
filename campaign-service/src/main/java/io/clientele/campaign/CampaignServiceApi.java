package io.clientele.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.clientele.edge.graphql.ServiceInfo;
import io.smallrye.common.annotation.NonBlocking;

/** Tells operators which build of campaign-service answers. */
@GraphQLApi
public class CampaignServiceApi {

    private final ServiceInfo running;

    @Inject
    CampaignServiceApi(ServiceInfo running) {
        this.running = running;
    }

    @Query
    @NonNull
    @NonBlocking
    @RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The campaign-service that answers.")
    public ServiceInfo campaignService() {
        return running;
    }
}
