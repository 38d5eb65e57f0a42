package io.clientele.funnel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.clientele.edge.graphql.ServiceInfo;
import io.smallrye.common.annotation.NonBlocking;

/** Tells operators which build of funnel-service answers. */
@GraphQLApi
public class FunnelServiceApi {

    private final ServiceInfo running;

    @Inject
    FunnelServiceApi(ServiceInfo running) {
        this.running = running;
    }

    @Query
    @NonNull
    @NonBlocking
    @RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The funnel-service that answers.")
    public ServiceInfo funnelService() {
        return running;
    }
}
