package io.clientele.campaign.index;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.index.IndexStanding;

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

    static ContactsIndexState of(IndexStanding standing) {
        return new ContactsIndexState(
                standing.live(), standing.filling(), standing.filled(), standing.pending(), standing.refused());
    }
}
