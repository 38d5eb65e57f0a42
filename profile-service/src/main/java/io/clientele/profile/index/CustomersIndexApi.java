package io.clientele.profile.index;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of the index of customers, for operators. */
@GraphQLApi
@RolesAllowed(Role.ADMIN)
public class CustomersIndexApi {

    private final CustomersWriter writer;

    CustomersIndexApi(CustomersWriter writer) {
        this.writer = writer;
    }

    @Query
    @NonNull
    @Description("How the index of customers stands.")
    public Uni<CustomersIndexState> customersIndex() {
        return writer.standing().map(CustomersIndexState::of);
    }

    @Mutation
    @NonNull
    @Description(
            "Begins to fill a new index beside the live one, which it then replaces; no effect while one is filling.")
    public Uni<CustomersIndexState> rebuildCustomersIndex() {
        return writer.rebuild().map(CustomersIndexState::of);
    }
}
