package io.clientele.profile.index;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.index.IndexStanding;

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

    static CustomersIndexState of(IndexStanding standing) {
        return new CustomersIndexState(standing.live(), standing.filling(), standing.filled(), standing.pending());
    }
}
