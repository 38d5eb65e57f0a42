package io.clientele.campaign.channel;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.database.Database;
import io.clientele.edge.Role;
import io.clientele.edge.page.PageRefusal;
import io.clientele.edge.page.PageRequest;
import io.smallrye.mutiny.Uni;

/** The GraphQL of messages that were given up. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class DeadLetterApi {

    private final Database database;

    DeadLetterApi(Database database) {
        this.database = database;
    }

    @Query
    @NonNull
    @Description("Messages that were given up: after many attempts, or because their receiver refuses them for good.")
    public Uni<DeadLetterConnection> deadLetters(
            @NonNull @DefaultValue("50") @Description("1 to 1000.") Integer first, @Nullable String after) {
        return Uni.createFrom().deferred(() -> {
            PageRequest page = PageRequest.of(first, after, null, null);
            long from = after == null ? -1 : number(after);
            return database.onConnection(connection -> DeadLetterStore.dead(connection, from, page.size() + 1))
                    .map(found -> DeadLetterConnection.of(found, page.size(), after == null));
        });
    }

    private static long number(String cursor) {
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new PageRefusal.InvalidCursor("after").exception();
        }
        return Long.parseLong(cursor);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Tries a dead letter again, under the same key; nothing happens if it is on its way already.")
    public Uni<Delivery> retryDeadLetter(@NonNull @Id String contact) {
        return database.inTransaction(transaction -> DeadLetterStore.find(transaction, contact)
                .invoke(DeadLetterApi::check)
                .chain(() -> DeadLetterStore.revive(transaction, contact))
                .chain(() -> DeadLetterStore.find(transaction, contact))
                .map(Optional::orElseThrow));
    }

    private static void check(Optional<Delivery> found) {
        Delivery delivery = found.orElseThrow(() -> new ChannelFailure.UnknownContact("contact").exception());
        switch (delivery.state()) {
            case SENT, FAILED -> throw new ChannelFailure.NotDead("contact").exception();
            case DEAD, QUEUED -> {}
        }
    }
}
