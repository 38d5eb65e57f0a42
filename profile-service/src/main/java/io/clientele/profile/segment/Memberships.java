package io.clientele.profile.segment;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Appends changes of memberships. */
final class Memberships {

    private Memberships() {}

    /** Appends entries and exits; the customers' rows are locked, so that their numbers are in order. */
    static Uni<Void> append(SqlConnection transaction, List<Membership> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO membership_change (customer_id, segment_id, entered)
                        SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[])""")
                .execute(Tuple.of(
                        changes.stream().map(Membership::customerId).toArray(String[]::new),
                        changes.stream().map(Membership::segmentId).toArray(String[]::new),
                        changes.stream().map(Membership::entered).toArray(Boolean[]::new)))
                .replaceWithVoid();
    }
}
