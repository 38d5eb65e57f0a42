package io.clientele.profile.fold;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.clientele.profile.customer.CustomerChanges;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.customer.GoneCustomer;
import io.clientele.profile.customer.RecomputedCustomer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Has a fault of the kind that nobody knew of: it cannot compute customers with a certain event. */
@Alternative
@ApplicationScoped
class CursedChanges implements CustomerChanges {

    static final String EVENT = "Cursed";

    @Override
    public Uni<List<Evaluation>> recomputed(SqlConnection transaction, List<RecomputedCustomer> customers) {
        for (RecomputedCustomer customer : customers) {
            if (customer.ledger().total(EVENT) > 0) {
                throw new IllegalStateException("a curse lies on it");
            }
        }
        return Uni.createFrom()
                .item(customers.stream().map(_ -> Evaluation.NONE).toList());
    }

    @Override
    public Uni<Void> gone(SqlConnection transaction, List<GoneCustomer> customers) {
        return Uni.createFrom().voidItem();
    }
}
