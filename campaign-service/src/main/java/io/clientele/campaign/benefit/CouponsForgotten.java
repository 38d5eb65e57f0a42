package io.clientele.campaign.benefit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.Forgetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Takes erased customers out of coupons and redemptions; what they cost stays. */
@ApplicationScoped
class CouponsForgotten implements Forgetting {

    private static final List<String> STATEMENTS = List.of("""
            UPDATE coupon SET customer_id = 'erased:' || customer_hash(customer_id)
            WHERE customer_hash(customer_id) = ANY($1)""", """
            UPDATE redemption SET customer_id = 'erased:' || customer_hash(customer_id)
            WHERE customer_hash(customer_id) = ANY($1)""");

    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String statement : STATEMENTS) {
            all = all.chain(() -> transaction
                    .preparedQuery(statement)
                    .execute(Tuple.of(hashes.toArray(String[]::new)))
                    .replaceWithVoid());
        }
        return all;
    }
}
