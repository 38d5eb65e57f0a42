package io.clientele.profile.customer;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Is told of changed customers within the transaction that changes them, while their rows are locked. A failure rolls all
 * back.
 */
public interface CustomerChanges {

    /**
     * Evaluates customers and writes whatever follows from it, but not the customers' rows.
     *
     * @param customers in the order of their ids, each once
     * @return the evaluations, in the same order and number
     */
    Uni<List<Evaluation>> recomputed(SqlConnection transaction, List<RecomputedCustomer> customers);

    /**
     * Takes notice of customers that are no more; their rows are deleted.
     *
     * @param customers in the order of their ids, each once
     */
    Uni<Void> gone(SqlConnection transaction, List<GoneCustomer> customers);
}
