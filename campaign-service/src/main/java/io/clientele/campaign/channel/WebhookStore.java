package io.clientele.campaign.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of webhooks; all its statements. */
final class WebhookStore {

    private WebhookStore() {}

    static Uni<List<StoredWebhook>> all(SqlClient client) {
        return client.preparedQuery("""
                        SELECT id, name, url, purpose, secret,
                            CASE WHEN previous_until > now() THEN previous_secret END, changed_at, changed_by
                        FROM webhook ORDER BY id""").execute().map(WebhookStore::webhooks);
    }

    static Uni<Optional<StoredWebhook>> find(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT id, name, url, purpose, secret,
                            CASE WHEN previous_until > now() THEN previous_secret END, changed_at, changed_by
                        FROM webhook WHERE id = $1""")
                .execute(Tuple.of(id))
                .map(rows -> webhooks(rows).stream().findFirst());
    }

    static Uni<Void> put(SqlConnection transaction, DefineWebhookInput input, SigningSecret secret, String who) {
        return transaction
                .preparedQuery("""
                        INSERT INTO webhook (id, name, url, purpose, secret, changed_by) VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url,
                            purpose = excluded.purpose, changed_at = now(), changed_by = excluded.changed_by""")
                .execute(Tuple.of(
                        input.id(),
                        input.name(),
                        input.url(),
                        input.purpose().name(),
                        Buffer.buffer(secret.bytes()),
                        who))
                .replaceWithVoid();
    }

    static Uni<Void> rotate(SqlConnection transaction, String id, SigningSecret secret, Duration overlap) {
        return transaction
                .preparedQuery("""
                        UPDATE webhook SET previous_secret = secret, secret = $2,
                            previous_until = now() + $3 * interval '1 millisecond'
                        WHERE id = $1""")
                .execute(Tuple.of(id, Buffer.buffer(secret.bytes()), (double) overlap.toMillis()))
                .replaceWithVoid();
    }

    private static List<StoredWebhook> webhooks(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(WebhookStore::webhook)
                .toList();
    }

    private static StoredWebhook webhook(Row row) {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(new SigningSecret(row.getBuffer(4).getBytes()));
        if (row.getBuffer(5) != null) {
            secrets.add(new SigningSecret(row.getBuffer(5).getBytes()));
        }
        return new StoredWebhook(
                row.getString(0),
                row.getString(1),
                URI.create(row.getString(2)),
                WebhookPurpose.valueOf(row.getString(3)),
                secrets,
                row.getOffsetDateTime(6).toInstant(),
                row.getString(7));
    }
}
