package io.clientele.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.clientele.edge.graphql.ServiceInfo;
import io.smallrye.common.annotation.NonBlocking;

/** Tells operators which build of profile-service answers. */
@GraphQLApi
public class ProfileServiceApi {

    private final ServiceInfo running;

    @Inject
    ProfileServiceApi(ServiceInfo running) {
        this.running = running;
    }

    @Query
    @NonNull
    @NonBlocking
    @RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The profile-service that answers.")
    public ServiceInfo profileService() {
        return running;
    }
}
