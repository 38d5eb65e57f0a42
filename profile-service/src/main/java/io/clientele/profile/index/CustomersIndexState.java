package io.clientele.profile.index;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.index.Generation.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** How the index of customers stands. */
@Description("How the index of customers stands.")
public record CustomersIndexState(
        @Nullable @Description("The index that readers see; null before the first is filled.")
        String live,

        @Nullable @Description("The index that is being filled, if one is.")
        String filling,

        @Description("Customers that the filling index has got from the rebuild.")
        long filled,

        @Description("Changes that wait to be written.") long pending) {

    static Uni<CustomersIndexState> read(SqlClient client) {
        return Generations.all(client)
                .flatMap(generations -> OutboxRow.count(client).map(pending -> of(generations, pending)));
    }

    private static CustomersIndexState of(List<Generation> generations, long pending) {
        String live = null;
        String filling = null;
        long filled = 0;
        for (Generation generation : generations) {
            if (generation.state() == State.LIVE) {
                live = generation.index();
            } else if (generation.state() == State.FILLING) {
                filling = generation.index();
                filled = generation.filled();
            }
        }
        return new CustomersIndexState(live, filling, filled, pending);
    }
}
