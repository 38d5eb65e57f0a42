package io.clientele.campaign.effect;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.Forgetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Takes erased customers out of contacts, conversions and reversals: what was decided stays, under {@code erased:} and the hash
 * and without the message's text, so that results stay what they were.
 */
@ApplicationScoped
class EffectForgotten implements Forgetting {

    private static final List<String> STATEMENTS = List.of("""
            UPDATE conversion SET customer_id = 'erased:' || hash
            FROM unnest($1::text[]) AS hash
            WHERE customer_hash(customer_id) = hash""", """
            UPDATE order_reversal SET customer_id = 'erased:' || hash
            FROM unnest($1::text[]) AS hash
            WHERE customer_hash(customer_id) = hash""", """
            UPDATE contact SET customer_id = 'erased:' || hash, subject = NULL, body = NULL, link = NULL
            FROM unnest($1::text[]) AS hash
            WHERE customer_hash(customer_id) = hash""");

    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        Tuple values = Tuple.of((Object) hashes.toArray(String[]::new));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String statement : STATEMENTS) {
            all = all.chain(
                    () -> transaction.preparedQuery(statement).execute(values).replaceWithVoid());
        }
        return all;
    }
}
