package io.clientele.campaign.channel;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Statements about deliveries that were given up. */
final class DeadLetterStore {

    private DeadLetterStore() {}

    static Uni<List<Delivery>> dead(SqlClient client, long after, int most) {
        return client.preparedQuery("""
                        SELECT contact_id, destination, state, attempts, problem, state_at, number FROM delivery
                        WHERE state = 'DEAD' AND number > $1 ORDER BY number LIMIT $2""")
                .execute(Tuple.of(after, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetterStore::delivery)
                        .toList());
    }

    static Uni<Optional<Delivery>> find(SqlClient client, String contactId) {
        return client.preparedQuery("""
                        SELECT contact_id, destination, state, attempts, problem, state_at, number FROM delivery
                        WHERE contact_id = $1""")
                .execute(Tuple.of(contactId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetterStore::delivery)
                        .findFirst());
    }

    /** Queues a dead letter again, under the same key; its contact is on its way again. */
    static Uni<Void> revive(SqlConnection transaction, String contactId) {
        return transaction.preparedQuery("""
                        WITH revived AS (
                            UPDATE delivery SET state = 'QUEUED', attempts = 0, next_at = now(), state_at = now()
                            WHERE contact_id = $1 AND state = 'DEAD' RETURNING contact_id)
                        UPDATE contact SET status = 'QUEUED', status_at = now()
                        FROM revived WHERE contact.id = revived.contact_id AND contact.status = 'DEAD'""").execute(Tuple.of(contactId)).replaceWithVoid();
    }

    private static Delivery delivery(Row row) {
        Destination destination = Destination.of(row.getString(1));
        return new Delivery(
                row.getString(0),
                destination.channel(),
                destination instanceof Destination.Webhook(String id) ? id : null,
                DeliveryState.valueOf(row.getString(2)),
                row.getInteger(3),
                row.getString(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getLong(6));
    }
}
