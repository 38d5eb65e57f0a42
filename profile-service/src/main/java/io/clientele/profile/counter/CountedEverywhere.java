package io.clientele.profile.counter;

import java.util.List;
import java.util.stream.StreamSupport;

import io.clientele.profile.definition.DefinitionsVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Counters that have counted all events of all parts. */
public final class CountedEverywhere {

    private CountedEverywhere() {}

    /** The numbers of those that are not in force yet. */
    public static Uni<List<Long>> numbers(SqlClient client) {
        return client.preparedQuery("""
                        SELECT number FROM counter
                        WHERE retired_at IS NULL AND counted_version IS NULL
                            AND NOT EXISTS (SELECT FROM part WHERE counted_to < number)""")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .toList());
    }

    /**
     * Has definitions decided by them from the next version on. The transaction holds the identity lock alone: no fold is
     * under way that knows a part as it was before it was counted, and none that begins could.
     */
    public static Uni<Void> putIntoForce(SqlConnection transaction) {
        return numbers(transaction)
                .chain(numbers -> numbers.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : DefinitionsVersion.raise(transaction)
                                .chain(version -> transaction
                                        .preparedQuery("""
                                                UPDATE counter SET counted_version = $1
                                                WHERE number = ANY($2) AND retired_at IS NULL""")
                                        .execute(Tuple.of(version, numbers.toArray(Long[]::new))))
                                .chain(() -> transaction
                                        // Whoever still holds some counts for nothing.
                                        .query("DELETE FROM recount_lease")
                                        .execute())
                                .replaceWithVoid());
    }
}
