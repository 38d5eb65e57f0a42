package io.clientele.profile.erasure;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.Role;
import io.clientele.profile.card.CustomerReading;
import io.clientele.profile.definition.DefinitionFailure;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of erasures. */
@GraphQLApi
@RolesAllowed(Role.ADMIN)
public class ErasureApi {

    private final Database database;
    private final Mutations mutations;
    private final CustomerReading reading;
    private final SecurityIdentity caller;

    ErasureApi(Database database, Mutations mutations, CustomerReading reading, SecurityIdentity caller) {
        this.database = database;
        this.mutations = mutations;
        this.reading = reading;
        this.caller = caller;
    }

    @Mutation
    @NonNull
    @Description("Has a customer erased from every store, with all ids and devices; ask erasure how far it is.")
    public Uni<Erasure> eraseCustomer(@NonNull EraseCustomerInput input) {
        String who = caller.getPrincipal().getName();
        return Uni.createFrom()
                .deferred(() -> mutations
                        .once(
                                input.key(),
                                "eraseCustomer",
                                List.of(input.customer()),
                                transaction -> reading.find(transaction, input.customer())
                                        .map(found -> found.orElseThrow(() ->
                                                new DefinitionFailure.UnknownCustomer("input.customer").exception()))
                                        .chain(customer ->
                                                ErasureRequests.add(transaction, customer.id(), input.customer(), who)))
                        .chain(this::find)
                        .map(Optional::orElseThrow));
    }

    @Query
    @Nullable
    @Description("How far an erasure is, and what it found and left; null if there is none of this id.")
    public Uni<@Nullable Erasure> erasure(@NonNull @Id String id) {
        return find(id).map(found -> found.orElse(null));
    }

    private Uni<Optional<Erasure>> find(String id) {
        return database.onConnection(connection -> ErasureRequests.find(connection, id));
    }
}
