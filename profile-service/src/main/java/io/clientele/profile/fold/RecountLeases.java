package io.clientele.profile.fold;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code recount_lease}: which homes an instance counts. */
final class RecountLeases {

    private RecountLeases() {}

    /** Takes homes with parts that are not counted up to a number, and that nobody else has taken. */
    static Uni<List<String>> take(SqlConnection transaction, long number, int most, Duration lease) {
        return transaction
                .preparedQuery("""
                        INSERT INTO recount_lease (home, lease_until)
                        SELECT DISTINCT home, now() + $3 * interval '1 millisecond'
                        FROM (
                            SELECT home FROM part
                            WHERE counted_to < $1 AND NOT EXISTS (
                                SELECT FROM recount_lease AS taken
                                WHERE taken.home = part.home AND taken.lease_until >= now())
                            ORDER BY counted_to LIMIT $2) AS next
                        -- In one order, so that two instances that take the same do not wait for each other.
                        ORDER BY home
                        ON CONFLICT (home) DO UPDATE SET lease_until = excluded.lease_until
                        WHERE recount_lease.lease_until < now()
                        RETURNING home""")
                .execute(Tuple.of(number, most, (double) lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** Gives homes up. */
    static Uni<Void> release(SqlConnection transaction, Collection<String> homes) {
        return transaction
                .preparedQuery("DELETE FROM recount_lease WHERE home = ANY($1)")
                .execute(Tuple.of((Object) homes.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
