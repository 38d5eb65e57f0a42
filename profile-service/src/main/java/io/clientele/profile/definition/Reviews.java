package io.clientele.profile.definition;

import java.util.Collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Asks for customers to be evaluated again, once the transaction that asks is committed. */
public final class Reviews {

    private Reviews() {}

    /** Asks for these customers, by any id that they have. */
    public static Uni<Void> request(SqlConnection transaction, Collection<String> customerIds) {
        return transaction
                .preparedQuery("INSERT INTO review_request (customer_id) SELECT unnest($1::text[])")
                .execute(Tuple.of(customerIds.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
