package io.clientele.campaign.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of deliveries; all statements of what is on its way. */
final class DeliveryStore {

    private DeliveryStore() {}

    static Uni<Void> enqueue(SqlConnection transaction, List<Queued> contacts) {
        return transaction
                .preparedQuery("""
                        INSERT INTO delivery (contact_id, destination, address, state, next_at)
                        SELECT contact_id, destination, address, 'QUEUED', next_at
                        FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
                            AS queued (contact_id, destination, address, next_at)
                        ON CONFLICT (contact_id) DO NOTHING""")
                .execute(Tuple.of(
                        contacts.stream().map(Queued::contactId).toArray(String[]::new),
                        contacts.stream()
                                .map(queued ->
                                        Destination.of(queued).orElseThrow().text())
                                .toArray(String[]::new),
                        contacts.stream().map(Queued::address).toArray(String[]::new),
                        contacts.stream()
                                .map(queued -> queued.dueAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    /** The destinations that something is due for; none while everything is stopped. */
    static Uni<List<Destination>> due(SqlConnection connection) {
        // A step of the recursion finds the next destination in the index, however many messages wait for each.
        return connection
                .preparedQuery("""
                        WITH RECURSIVE destinations (destination) AS (
                            SELECT min(destination) FROM delivery WHERE state = 'QUEUED'
                            UNION ALL
                            SELECT (SELECT min(d.destination) FROM delivery d
                                    WHERE d.state = 'QUEUED' AND d.destination > destinations.destination)
                            FROM destinations WHERE destinations.destination IS NOT NULL)
                        SELECT destination FROM destinations
                        WHERE EXISTS (SELECT FROM delivery d
                                      WHERE d.destination = destinations.destination AND d.state = 'QUEUED'
                                          AND d.next_at <= now())
                            AND NOT EXISTS (SELECT FROM campaigns_change WHERE stopped)""")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Destination.of(row.getString(0)))
                        .toList());
    }

    /** Claims messages that are due; for the time of the lease nobody else does. */
    static Uni<List<Message>> claim(SqlConnection transaction, Destination destination, int most, Duration lease) {
        return transaction
                .preparedQuery("""
                        WITH due AS (
                            SELECT contact_id FROM delivery
                            WHERE destination = $1 AND state = 'QUEUED' AND next_at <= now()
                                AND NOT EXISTS (SELECT FROM campaigns_change WHERE stopped)
                            ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED),
                        claimed AS (
                            UPDATE delivery SET attempts = attempts + 1, claim = claim + 1,
                                next_at = clock_timestamp() + $3 * interval '1 millisecond'
                            FROM due WHERE delivery.contact_id = due.contact_id
                            RETURNING delivery.contact_id, claim, attempts, address)
                        SELECT claimed.contact_id, claim, attempts, address, contact.customer_id, contact.campaign_id,
                            campaign.definition ->> 'name', contact.variant, contact.subject, contact.body, contact.link,
                            coupon.code, coupon.expires_at, contact.decided_at, contact.transactional, contact.test
                        FROM claimed JOIN contact ON contact.id = claimed.contact_id
                            LEFT JOIN campaign ON campaign.id = contact.campaign_id
                            LEFT JOIN coupon ON coupon.id = contact.coupon_id""")
                .execute(Tuple.of(destination.text(), most, (double) lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> message(row, destination))
                        .toList());
    }

    private static Message message(Row row, Destination destination) {
        return new Message(
                row.getString(0),
                destination,
                row.getLong(1),
                row.getInteger(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9) == null ? "" : row.getString(9),
                row.getString(10),
                row.getString(11),
                instant(row.getOffsetDateTime(12)),
                row.getOffsetDateTime(13).toInstant(),
                row.getBoolean(14),
                row.getBoolean(15));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Whoever delivered it, it is delivered: also if its lease has ended since. */
    static Uni<Void> taken(SqlConnection transaction, Message message) {
        return transaction
                .preparedQuery("""
                        UPDATE delivery SET state = 'SENT', problem = NULL, state_at = now()
                        WHERE contact_id = $1 AND state IN ('QUEUED', 'DEAD')""")
                .execute(Tuple.of(message.contactId()))
                .chain(() -> ContactStatus.advance(transaction, message.contactId(), "SENT", null))
                .replaceWithVoid();
    }

    static Uni<Void> again(SqlConnection transaction, Message message, String problem, Duration pause) {
        return transaction
                .preparedQuery("""
                        UPDATE delivery SET next_at = clock_timestamp() + $4 * interval '1 millisecond', problem = $3
                        WHERE contact_id = $1 AND claim = $2 AND state = 'QUEUED'""")
                .execute(Tuple.of(message.contactId(), message.claim(), problem, (double) pause.toMillis()))
                .replaceWithVoid();
    }

    static Uni<Void> dead(SqlConnection transaction, Message message, String problem) {
        return end(transaction, message, "DEAD", "DEAD", problem);
    }

    /** Ends a delivery that no further attempt is made of. */
    static Uni<Void> failed(SqlConnection transaction, Message message, String status, String problem) {
        return end(transaction, message, "FAILED", status, problem);
    }

    private static Uni<Void> end(
            SqlConnection transaction, Message message, String state, String status, String problem) {
        return transaction
                .preparedQuery("""
                        UPDATE delivery SET state = $3, problem = $4, state_at = now()
                        WHERE contact_id = $1 AND claim = $2 AND state = 'QUEUED'""")
                .execute(Tuple.of(message.contactId(), message.claim(), state, problem))
                .flatMap(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : ContactStatus.advance(transaction, message.contactId(), status, null)
                                .replaceWithVoid());
    }

    static Uni<Void> forget(SqlConnection transaction, Collection<String> hashes) {
        return transaction
                .preparedQuery("""
                        UPDATE delivery SET address = NULL, problem = NULL,
                            state = CASE state WHEN 'SENT' THEN 'SENT' ELSE 'FAILED' END
                        FROM contact
                        WHERE contact.id = delivery.contact_id
                            AND (customer_hash(contact.customer_id) = ANY($1)
                                OR contact.customer_id = ANY(SELECT 'erased:' || hash FROM unnest($1) AS hash))""")
                .execute(Tuple.of(hashes.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
