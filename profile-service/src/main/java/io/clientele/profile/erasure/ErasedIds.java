package io.clientele.profile.erasure;

import java.util.Collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Tells the readers of the stream of memberships which ids were a customer's who is erased, by their hashes. Most were in no
 * segment that they could leave: former ids, devices, and customers who were never in any.
 */
final class ErasedIds {

    /** No segment can have this id. */
    static final String SEGMENT = "~erased";

    private ErasedIds() {}

    /** Appends an exit of each id, after all that was told of it before. */
    static Uni<Void> tell(SqlConnection transaction, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("""
                                INSERT INTO membership_change (customer_id, segment_id, entered)
                                SELECT 'erased:' || encode(sha256(convert_to(id, 'UTF8')), 'hex'), $2, false
                                FROM unnest($1::text[]) AS id ORDER BY 1""")
                        .execute(Tuple.of(ids.toArray(String[]::new), SEGMENT))
                        .replaceWithVoid();
    }
}
