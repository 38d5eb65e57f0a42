package io.clientele.profile.edit;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of changes of customers. */
@GraphQLApi
@RolesAllowed({Role.MARKETER, Role.ADMIN})
public class EditApi {

    private final Edits edits;

    EditApi(Edits edits) {
        this.edits = edits;
    }

    @Mutation("setTraits") // without a name it would be taken for a setter
    @NonNull
    @Description(
            "Sets traits of a customer, as an identify call does; answers when the customer shows them, or after a while.")
    public Uni<CustomerEdit> setTraits(@NonNull SetTraitsInput input) {
        return Uni.createFrom().deferred(() -> edits.setTraits(input));
    }

    @Mutation
    @NonNull
    @Description("Merges a customer into another, as an alias call does; answers when both are one, or after a while.")
    public Uni<CustomerEdit> mergeCustomers(@NonNull MergeCustomersInput input) {
        return Uni.createFrom().deferred(() -> edits.merge(input));
    }
}
