package io.clientele.funnel.collect;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.clientele.edge.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

/** Events by GraphQL, for front ends that have a token and no write key. */
@GraphQLApi
public class TrackApi {

    private final TrackService service;
    private final JsonWebToken token;

    TrackApi(TrackService service, JsonWebToken token) {
        this.service = service;
        this.token = token;
    }

    @Mutation
    @Description("Stores events as POST /v1/batch does, with the same limits and the same outcome item by item. "
            + "A shopper's events are the shopper's own: userId may be left out and must not name anyone else.")
    @RolesAllowed({Role.SHOPPER, Role.ADMIN})
    public Uni<@NonNull CollectAnswer> track(@NonNull List<@NonNull TrackInput> events) {
        if (token.getGroups().contains(Role.ADMIN)) {
            return service.track(events);
        }
        String shopper = token.getSubject();
        if (shopper == null || shopper.isEmpty()) {
            throw new ForbiddenException("a shopper's token names the shopper as its subject");
        }
        return service.trackOwn(events, shopper);
    }
}
