package io.clientele.profile.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.clientele.profile.identity.PartKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A part as it stands in the table {@code part}, to be replaced only if it still does: no event of it came in between.
 *
 * @param xmin what PostgreSQL marks the row's version with
 */
public record PartVersion(Part part, String xmin) {

    /** All parts of homes. */
    public static Uni<List<PartVersion>> ofHomes(SqlClient client, Collection<String> homes) {
        return client.preparedQuery("""
                        SELECT home, since, node, customer_id, first_at, last_at, ledger, traits, counted_to, xmin::text
                        FROM part WHERE home = ANY($1)""")
                .execute(Tuple.of(homes.toArray(String[]::new)))
                .map(PartVersion::all);
    }

    /** The parts of a home that nobody is changing, locked. */
    public static Uni<List<PartVersion>> lock(SqlConnection transaction, String home) {
        return transaction.preparedQuery("""
                        SELECT home, since, node, customer_id, first_at, last_at, ledger, traits, counted_to, xmin::text
                        FROM part WHERE home = $1 FOR UPDATE SKIP LOCKED""").execute(Tuple.of(home)).map(PartVersion::all);
    }

    private static List<PartVersion> all(RowSet<Row> rows) {
        List<PartVersion> parts = new ArrayList<>(rows.size());
        rows.forEach(row -> parts.add(new PartVersion(Parts.part(row), row.getString(9))));
        return parts;
    }

    /** The same version with another ledger of its events. */
    public PartVersion counted(Part other) {
        return new PartVersion(other, xmin);
    }

    /**
     * Stores what is counted of parts. It waits for nobody: a part that has changed meanwhile, or is being changed, stays as
     * it is.
     *
     * @return the keys of those that were stored
     */
    public static Uni<Set<PartKey>> storeCounts(SqlConnection transaction, List<PartVersion> counted) {
        if (counted.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction
                .preparedQuery("""
                        WITH wanted AS (
                            SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[], $5::bigint[])
                                AS row (home, since, version, ledger, counted_to)),
                        same AS (
                            SELECT part.home, part.since
                            FROM part JOIN wanted ON wanted.home = part.home AND wanted.since = part.since
                            WHERE part.xmin::text = wanted.version
                            FOR UPDATE OF part SKIP LOCKED)
                        UPDATE part SET ledger = wanted.ledger, counted_to = wanted.counted_to
                        FROM wanted JOIN same ON same.home = wanted.home AND same.since = wanted.since
                        WHERE part.home = wanted.home AND part.since = wanted.since
                        RETURNING part.home, part.since""")
                .execute(Tuple.of(
                        counted.stream().map(each -> each.part().key().home()).toArray(String[]::new),
                        counted.stream().map(each -> each.part().key().since()).toArray(Long[]::new),
                        counted.stream().map(PartVersion::xmin).toArray(String[]::new),
                        counted.stream()
                                .map(each -> Buffer.buffer(each.part().ledger().toBytes()))
                                .toArray(Buffer[]::new),
                        counted.stream().map(each -> each.part().countedTo()).toArray(Long[]::new)))
                .map(rows -> {
                    Set<PartKey> stored = new HashSet<>();
                    rows.forEach(row -> stored.add(new PartKey(row.getString(0), row.getLong(1))));
                    return stored;
                });
    }
}
