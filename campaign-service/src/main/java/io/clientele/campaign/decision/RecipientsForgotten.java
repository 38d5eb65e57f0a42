package io.clientele.campaign.decision;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.Forgetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets that erased customers were ever decided about. */
@ApplicationScoped
class RecipientsForgotten implements Forgetting {

    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        return transaction
                .preparedQuery("DELETE FROM recipient WHERE customer_hash(customer_id) = ANY($1)")
                .execute(Tuple.of(hashes.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
