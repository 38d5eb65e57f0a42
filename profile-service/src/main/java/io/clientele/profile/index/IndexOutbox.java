package io.clientele.profile.index;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Customers whose documents have to be written. It is only appended to, so that whoever folds never waits for whoever
 * writes; a customer that stands in it often is written once.
 */
public final class IndexOutbox {

    private IndexOutbox() {}

    /** These customers have changed. */
    public static Uni<Void> changed(SqlConnection transaction, List<String> ids) {
        return transaction
                .preparedQuery("INSERT INTO index_outbox (customer_id) SELECT unnest($1::text[])")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /**
     * These customers are no more.
     *
     * @param versions by id the version that is above every one that the customer had
     */
    public static Uni<Void> removed(SqlConnection transaction, Map<String, Long> versions) {
        List<String> ids = List.copyOf(versions.keySet());
        Long[] ended = ids.stream().map(versions::get).toArray(Long[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO index_outbox (customer_id, removed_version)
                        SELECT * FROM unnest($1::text[], $2::bigint[])""")
                .execute(Tuple.of(ids.toArray(String[]::new), ended))
                .replaceWithVoid();
    }
}
