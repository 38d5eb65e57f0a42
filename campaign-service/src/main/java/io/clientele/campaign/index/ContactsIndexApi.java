package io.clientele.campaign.index;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of the index of contacts, for operators. */
@GraphQLApi
@RolesAllowed(Role.ADMIN)
public class ContactsIndexApi {

    private final ContactsWriter writer;

    ContactsIndexApi(ContactsWriter writer) {
        this.writer = writer;
    }

    @Query
    @NonNull
    @Description("How the index of contacts stands.")
    public Uni<ContactsIndexState> contactsIndex() {
        return writer.standing().map(ContactsIndexState::of);
    }

    @Mutation
    @NonNull
    @Description(
            "Begins to fill a new index beside the live one, which it then replaces; no effect while one is filling.")
    public Uni<ContactsIndexState> rebuildContactsIndex() {
        return writer.rebuild().map(ContactsIndexState::of);
    }
}
