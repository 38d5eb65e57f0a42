package io.clientele.campaign.index;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.index.Generation.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** How the index of contacts stands. */
@Description("How the index of contacts stands.")
public record ContactsIndexState(
        @Nullable @Description("The index that readers see; null before the first is filled.")
        String live,

        @Nullable @Description("The index that is being filled, if one is.")
        String filling,

        @Description("Contacts that the filling index has got from the rebuild.")
        long filled,

        @Description("Changes that wait to be written.") long pending,

        @Description("Contacts whose document Elasticsearch refused.")
        long refused) {

    static Uni<ContactsIndexState> read(SqlClient client) {
        return Generations.all(client)
                .flatMap(generations -> ContactOutbox.counts(client)
                        .map(counts -> of(generations, counts.pending(), counts.refused())));
    }

    private static ContactsIndexState of(List<Generation> generations, long pending, long refused) {
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
        return new ContactsIndexState(live, filling, filled, pending, refused);
    }
}
