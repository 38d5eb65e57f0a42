package io.clientele.campaign.trigger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.Forgetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets who waits, who was silent, and what halted. */
@ApplicationScoped
class WaitingForgotten implements Forgetting {

    private static final List<String> TABLES = List.of(
            "DELETE FROM enrolment WHERE NOT decided AND customer_hash(customer_id) = ANY($1)",
            "DELETE FROM halt WHERE customer_hash(customer_id) = ANY($1)",
            "DELETE FROM activity WHERE customer_hash(customer_id) = ANY($1)",
            "DELETE FROM entry WHERE customer_hash(customer_id) = ANY($1)",
            """
            UPDATE enrolment SET customer_id = 'erased:' || customer_hash(customer_id),
                event = NULL
            WHERE decided AND customer_hash(customer_id) = ANY($1)""");

    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String statement : TABLES) {
            all = all.chain(() -> transaction
                    .preparedQuery(statement)
                    .execute(Tuple.of(hashes.toArray(String[]::new)))
                    .replaceWithVoid());
        }
        return all;
    }
}
