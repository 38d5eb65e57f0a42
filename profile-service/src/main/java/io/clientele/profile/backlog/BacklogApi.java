package io.clientele.profile.backlog;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.database.Database;
import io.clientele.edge.Role;
import io.clientele.profile.customer.Customers;
import io.smallrye.mutiny.Uni;

/** The GraphQL of the service's work, for operators. */
@GraphQLApi
@RolesAllowed(Role.ADMIN)
public class BacklogApi {

    private final Database database;
    private final Customers customers;
    private final Clock clock;

    BacklogApi(Database database, Customers customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    @Query
    @NonNull
    @Description("What waits in this service. It is counted, which takes about a second per million customers.")
    public Uni<Backlog> backlog() {
        return database.onConnection(connection -> Backlog.read(connection, clock.instant()));
    }

    @Mutation
    @NonNull
    @Description("Measures the scale of value scores at once instead of on the next beat, as is good after an import;"
            + " answers what then waits.")
    public Uni<Backlog> measureValueScale() {
        return database.inTransaction(
                transaction -> customers.measure(transaction).chain(() -> Backlog.read(transaction, clock.instant())));
    }
}
