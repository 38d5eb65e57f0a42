package io.clientele.campaign.channel;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.clientele.campaign.consent.BlockedContact;
import io.clientele.campaign.definition.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Statements about what receivers tell of messages. */
final class ReceiptStore {

    private ReceiptStore() {}

    /** Of these contacts those that go to a destination, locked until the transaction ends. */
    static Uni<Map<String, BlockedContact>> contacts(
            SqlConnection transaction, Destination destination, List<String> ids) {
        return transaction
                .preparedQuery("""
                        SELECT contact.id, contact.customer_id, delivery.address
                        FROM delivery JOIN contact ON contact.id = delivery.contact_id
                        WHERE delivery.contact_id = ANY($1) AND delivery.destination = $2
                        ORDER BY delivery.contact_id FOR UPDATE""")
                .execute(Tuple.of(ids.toArray(String[]::new), destination.text()))
                .map(rows -> {
                    Map<String, BlockedContact> contacts = new HashMap<>();
                    rows.forEach(row -> contacts.put(
                            row.getString(0),
                            new BlockedContact(
                                    row.getString(0), row.getString(1), destination.channel(), row.getString(2))));
                    return contacts;
                });
    }

    /** A contact that was sent, through any channel. */
    static Uni<Optional<BlockedContact>> contact(SqlConnection transaction, String id) {
        return transaction
                .preparedQuery("""
                        SELECT contact.id, contact.customer_id, contact.channel, delivery.address
                        FROM contact LEFT JOIN delivery ON delivery.contact_id = contact.id
                        WHERE contact.id = $1 AND contact.channel IS NOT NULL""")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new BlockedContact(
                                row.getString(0),
                                row.getString(1),
                                Channel.valueOf(row.getString(2)),
                                row.getString(3)))
                        .findFirst());
    }

    /** Takes contacts on; a message that its receiver tells of is delivered, whatever the attempts looked like. */
    static Uni<Void> advance(SqlConnection transaction, List<Receipt> receipts) {
        String[] ids = receipts.stream().map(Receipt::contactId).toArray(String[]::new);
        return transaction
                .preparedQuery("""
                        UPDATE contact SET status = told.status, status_at = told.at
                        FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS told (id, status, at),
                            (VALUES (ARRAY['QUEUED', 'SENT', 'DEAD', 'FAILED', 'DELIVERED', 'BOUNCED', 'OPENED',
                                'CLICKED'])) AS way (statuses)
                        WHERE contact.id = told.id
                            AND array_position(statuses, contact.status) < array_position(statuses, told.status)""")
                .execute(Tuple.of(
                        ids,
                        receipts.stream()
                                .map(receipt -> receipt.status().contactStatus())
                                .toArray(String[]::new),
                        receipts.stream()
                                .map(receipt -> receipt.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .chain(() -> transaction.preparedQuery("""
                                UPDATE delivery SET state = 'SENT', problem = NULL, state_at = now()
                                WHERE contact_id = ANY($1) AND state IN ('QUEUED', 'DEAD')""").execute(Tuple.of(ids)))
                .replaceWithVoid();
    }
}
