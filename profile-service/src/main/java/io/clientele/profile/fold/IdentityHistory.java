package io.clientele.profile.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.clientele.profile.identity.IdentityChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What became of customers: who was merged into whom and who was split off, when and by which message. */
@ApplicationScoped
class IdentityHistory {

    private final Database database;

    IdentityHistory(Database database) {
        this.database = database;
    }

    /**
     * One line of the history.
     *
     * @param id rises with time
     * @param recordedAt when it was found out, which may be long after the message's time
     */
    record Line(long id, IdentityChange change, Instant recordedAt) {}

    /**
     * The changes that a customer id had a part in, the latest first.
     *
     * @param customerId an id that is or was a customer's
     * @param before only lines with a smaller id; {@link Long#MAX_VALUE} for the latest
     * @param limit the most lines
     */
    Uni<List<Line>> of(String customerId, long before, int limit) {
        return database.onConnection(connection -> connection
                .preparedQuery("""
                        SELECT id, kind, from_id, into_id, message_id, at, source, recorded_at
                        FROM identity_history
                        WHERE (from_id = $1 OR into_id = $1) AND id < $2
                        ORDER BY id DESC LIMIT $3""")
                .execute(Tuple.of(customerId, before, limit))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                }));
    }

    private static Line line(Row row) {
        IdentityChange change = new IdentityChange(
                IdentityChange.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6));
        return new Line(row.getLong(0), change, row.getOffsetDateTime(7).toInstant());
    }
}
