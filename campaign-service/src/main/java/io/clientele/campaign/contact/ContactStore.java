package io.clientele.campaign.contact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.clientele.campaign.definition.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is read of the table of contacts, and what customers do with their messages. */
final class ContactStore {

    private ContactStore() {}

    /** Contacts of a customer, by its ids, the newest first. */
    static Uni<List<StoredContact>> ofCustomer(
            SqlClient client, Collection<String> ids, @Nullable ContactPlace after, int most) {
        return client.preparedQuery("""
                        SELECT * FROM contact
                        WHERE customer_id = ANY($1) AND ($2::timestamptz IS NULL OR (decided_at, id) < ($2, $3))
                        ORDER BY decided_at DESC, id DESC LIMIT $4""")
                .execute(Tuple.of(ids.toArray(String[]::new), at(after), id(after), most))
                .map(ContactStore::contacts);
    }

    /** Contacts of a campaign, the newest first. */
    static Uni<List<StoredContact>> ofCampaign(
            SqlClient client, String campaign, @Nullable ContactPlace after, int most) {
        return client.preparedQuery("""
                        SELECT * FROM contact
                        WHERE campaign_id = $1 AND ($2::timestamptz IS NULL OR (decided_at, id) < ($2, $3))
                        ORDER BY decided_at DESC, id DESC LIMIT $4""")
                .execute(Tuple.of(campaign, at(after), id(after), most))
                .map(ContactStore::contacts);
    }

    /** The messages in a customer's inbox that it did not dismiss, the newest first. */
    static Uni<List<StoredContact>> inbox(SqlClient client, Collection<String> ids, int most) {
        return client.preparedQuery("""
                        SELECT * FROM contact
                        WHERE customer_id = ANY($1) AND decision = 'SENT' AND channel IN ('INBOX', 'POPUP')
                            AND dismissed_at IS NULL
                        ORDER BY decided_at DESC, id DESC LIMIT $2""")
                .execute(Tuple.of(ids.toArray(String[]::new), most))
                .map(ContactStore::contacts);
    }

    static Uni<Optional<StoredContact>> find(SqlClient client, String id) {
        return client.preparedQuery("SELECT * FROM contact WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> contacts(rows).stream().findFirst());
    }

    /** A message of an inbox, dismissed or not. */
    static Uni<Optional<StoredContact>> message(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT * FROM contact WHERE id = $1 AND decision = 'SENT' AND channel IN ('INBOX', 'POPUP')""")
                .execute(Tuple.of(id))
                .map(rows -> contacts(rows).stream().findFirst());
    }

    /** Keeps that a message was read, at the first time. */
    static Uni<Void> read(SqlClient client, String id, Instant now) {
        return client.preparedQuery("""
                        UPDATE contact SET read_at = $2,
                            status_at = CASE WHEN status IN ('QUEUED', 'SENT', 'DELIVERED') THEN $2 ELSE status_at END,
                            status = CASE WHEN status IN ('QUEUED', 'SENT', 'DELIVERED') THEN 'OPENED' ELSE status END
                        WHERE id = $1 AND read_at IS NULL""")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Keeps that a message was dismissed, at the first time. */
    static Uni<Void> dismiss(SqlClient client, String id, Instant now) {
        return client.preparedQuery("UPDATE contact SET dismissed_at = $2 WHERE id = $1 AND dismissed_at IS NULL")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime at(@Nullable ContactPlace place) {
        return place == null ? null : place.at().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String id(@Nullable ContactPlace place) {
        return place == null ? null : place.id();
    }

    private static List<StoredContact> contacts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ContactStore::contact)
                .toList();
    }

    private static StoredContact contact(Row row) {
        String reason = row.getString("reason");
        String channel = row.getString("channel");
        String status = row.getString("status");
        return new StoredContact(
                row.getString("id"),
                row.getString("campaign_id"),
                row.getString("customer_id"),
                row.getOffsetDateTime("decided_at").toInstant(),
                Decision.valueOf(row.getString("decision")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("variant"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getString("coupon_id"),
                status.equals("NONE") ? null : DeliveryStatus.valueOf(status),
                row.getOffsetDateTime("status_at").toInstant(),
                instant(row, "read_at"),
                instant(row, "dismissed_at"),
                row.getBoolean("test"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime stored = row.getOffsetDateTime(column);
        return stored == null ? null : stored.toInstant();
    }
}
