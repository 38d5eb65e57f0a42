package io.clientele.profile.segment;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Entries and exits of all segments in one order that never changes and has no gaps: whoever has read up to a position
 * reads on after it and misses nothing.
 */
@ApplicationScoped
class MembershipStream {

    private final Database database;

    MembershipStream(Database database) {
        this.database = database;
    }

    /**
     * The next changes.
     *
     * @param after the position that was read last; 0 to begin
     * @param limit most changes, 1 or more
     */
    Uni<List<MembershipChange>> read(long after, int limit) {
        return database.onConnection(connection -> connection
                .preparedQuery("""
                        SELECT position, customer_id, segment_id, entered, changed_at FROM membership_change
                        WHERE position > $1 ORDER BY position LIMIT $2""")
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new MembershipChange(
                                row.getLong(0),
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getOffsetDateTime(4).toInstant()))
                        .toList()));
    }

    /** Behind the last change that there is. */
    Uni<MembershipCursor> end() {
        return database.onConnection(connection -> connection
                .preparedQuery("SELECT history, position FROM membership_stream")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new MembershipCursor(row.getString(0), row.getLong(1))));
    }
}
