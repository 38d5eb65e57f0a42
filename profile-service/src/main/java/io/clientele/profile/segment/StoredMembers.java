package io.clientele.profile.segment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Members as the customers' rows have them: what the stream of memberships tells, neither earlier nor later. */
final class StoredMembers {

    private StoredMembers() {}

    /** The next members' ids in ascending order, byte by byte; from the first on if {@code after} is empty. */
    static Uni<List<String>> after(SqlClient client, String segment, String after, int limit) {
        return client.preparedQuery("""
                        SELECT id FROM customer
                        WHERE segments @> ARRAY[$1]::text[] AND id > $2 ORDER BY id LIMIT $3""")
                .execute(Tuple.of(segment, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** How many members segments have; those without any are absent. Reads every customer. */
    static Uni<Map<String, Long>> sizes(SqlClient client, Collection<String> segments) {
        return client.preparedQuery("""
                        SELECT segment, count(*) FROM customer CROSS JOIN unnest(segments) AS segment
                        WHERE segments && $1 AND segment = ANY($1) GROUP BY segment""")
                .execute(Tuple.of(segments.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Long> sizes = new HashMap<>();
                    rows.forEach(row -> sizes.put(row.getString(0), row.getLong(1)));
                    return sizes;
                });
    }

    /** Whether some customer was evaluated with definitions older than these. */
    static Uni<Boolean> outdated(SqlClient client, long version) {
        return client.preparedQuery("SELECT EXISTS (SELECT FROM customer WHERE definitions_version < $1)")
                .execute(Tuple.of(version))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
