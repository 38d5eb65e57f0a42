package io.clientele.campaign.channel;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** How far a contact has got, in its own row: it goes forward only, in whatever order it is told. */
final class ContactStatus {

    private ContactStatus() {}

    /**
     * Takes a contact on to a status, unless it has got there or further.
     *
     * @param at when that was; null for now
     * @return whether it was taken on
     */
    static Uni<Boolean> advance(SqlConnection transaction, String contactId, String status, @Nullable Instant at) {
        return transaction
                .preparedQuery("""
                        UPDATE contact SET status = $2, status_at = coalesce($3, now())
                        FROM (VALUES (ARRAY['QUEUED', 'SENT', 'DEAD', 'FAILED', 'DELIVERED', 'BOUNCED', 'OPENED',
                            'CLICKED'])) AS way (statuses)
                        WHERE id = $1 AND array_position(statuses, status) < array_position(statuses, $2)""")
                .execute(Tuple.of(contactId, status, at == null ? null : at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }
}
