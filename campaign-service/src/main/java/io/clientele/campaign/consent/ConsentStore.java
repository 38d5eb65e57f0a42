package io.clientele.campaign.consent;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of consent; all their statements. */
final class ConsentStore {

    private ConsentStore() {}

    static Uni<Map<String, List<Consent>>> consents(SqlClient client, Collection<String> ids) {
        return client.preparedQuery("""
                        SELECT customer_id, scope, given, at, source, evidence FROM consent
                        WHERE customer_id = ANY($1)""")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Consent>> consents = new HashMap<>();
                    rows.forEach(row -> consents.computeIfAbsent(row.getString(0), _ -> new ArrayList<>())
                            .add(new Consent(
                                    ConsentScope.valueOf(row.getString(1)),
                                    row.getBoolean(2),
                                    row.getOffsetDateTime(3).toInstant(),
                                    ConsentSource.valueOf(row.getString(4)),
                                    row.getString(5))));
                    return consents;
                });
    }

    static Uni<Map<ByteBuffer, Set<BlockReason>>> blocks(SqlClient client, List<byte[]> hashes) {
        return client.preparedQuery("SELECT address_hash, reason FROM suppression WHERE address_hash = ANY($1)")
                .execute(Tuple.of(hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new)))
                .map(rows -> {
                    Map<ByteBuffer, Set<BlockReason>> blocks = new HashMap<>();
                    rows.forEach(row -> blocks.computeIfAbsent(
                                    ByteBuffer.wrap(((Buffer) row.getValue(0)).getBytes()),
                                    _ -> EnumSet.noneOf(BlockReason.class))
                            .add(BlockReason.valueOf(row.getString(1))));
                    return blocks;
                });
    }

    /** Keeps a word, unless a later one of the same scope is there. */
    static Uni<Void> put(SqlConnection transaction, String customerId, Consent consent, String who) {
        return transaction
                .preparedQuery("""
                        WITH latest AS (
                            INSERT INTO consent (customer_id, scope, given, at, source, evidence)
                            VALUES ($1, $2, $3, $4, $5, $6)
                            ON CONFLICT (customer_id, scope) DO UPDATE SET given = excluded.given, at = excluded.at,
                                source = excluded.source, evidence = excluded.evidence
                            WHERE consent.at <= excluded.at)
                        INSERT INTO consent_change (customer_id, scope, given, at, source, evidence, changed_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.from(new Object[] {
                    customerId,
                    consent.scope().name(),
                    consent.given(),
                    consent.at().atOffset(ZoneOffset.UTC),
                    consent.source().name(),
                    consent.evidence(),
                    who
                }))
                .replaceWithVoid();
    }

    /** A consent lifts what an earlier unsubscription stopped; bounces and complaints stay. */
    static Uni<Void> unblock(SqlConnection transaction, Set<String> ids, ConsentScope scope) {
        return transaction
                .preparedQuery("""
                        DELETE FROM suppression
                        WHERE customer_id = ANY($1) AND reason = 'UNSUBSCRIBED' AND ($2 = 'ALL' OR channel = $2)""")
                .execute(Tuple.of(ids.toArray(String[]::new), scope.name()))
                .replaceWithVoid();
    }

    static Uni<Void> block(
            SqlConnection transaction, byte[] hash, BlockedContact contact, BlockReason reason, Instant at) {
        return transaction
                .preparedQuery("""
                        INSERT INTO suppression (address_hash, channel, reason, customer_id, contact_id, at)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.from(new Object[] {
                    Buffer.buffer(hash),
                    contact.channel().name(),
                    reason.name(),
                    contact.customerId(),
                    contact.contactId(),
                    at.atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }

    /** Whether the recipient withdrew, or its address was blocked, after the contact was decided about. */
    static Uni<Boolean> standsInTheWay(SqlClient client, BlockedContact contact, byte[] hash, boolean transactional) {
        return client.preparedQuery("""
                        SELECT EXISTS (SELECT FROM suppression
                                       WHERE address_hash = $1 AND (reason = 'HARD_BOUNCE' OR NOT $4))
                            OR NOT $4 AND EXISTS (
                                SELECT FROM consent c, contact
                                WHERE contact.id = $5 AND c.customer_id = $2 AND c.scope IN ('ALL', $3) AND NOT c.given
                                    AND c.at >= contact.decided_at)""")
                .execute(Tuple.from(new Object[] {
                    Buffer.buffer(hash),
                    contact.customerId(),
                    contact.channel().name(),
                    transactional,
                    contact.contactId()
                }))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Whether anybody at all withdrew from what the contact is, after it was decided about. */
    static Uni<Boolean> anybodyWithdrew(SqlClient client, BlockedContact contact) {
        return client.preparedQuery("""
                        SELECT EXISTS (
                            SELECT FROM consent
                            WHERE NOT given AND scope IN ('ALL', $2)
                                AND at >= (SELECT decided_at FROM contact WHERE id = $1))""")
                .execute(Tuple.of(contact.contactId(), contact.channel().name()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Whether the recipient withdrew under one of these ids, after the contact was decided about. */
    static Uni<Boolean> withdrew(SqlClient client, BlockedContact contact, Collection<String> ids) {
        return client.preparedQuery("""
                        SELECT EXISTS (
                            SELECT FROM consent
                            WHERE customer_id = ANY($3) AND NOT given AND scope IN ('ALL', $2)
                                AND at >= (SELECT decided_at FROM contact WHERE id = $1))""")
                .execute(Tuple.of(contact.contactId(), contact.channel().name(), ids.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    static Uni<Void> forget(SqlConnection transaction, Collection<String> hashes) {
        Tuple asked = Tuple.of(hashes.toArray(String[]::new));
        return transaction
                .preparedQuery("DELETE FROM consent WHERE customer_hash(customer_id) = ANY($1)")
                .execute(asked)
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM consent_change WHERE customer_hash(customer_id) = ANY($1)")
                        .execute(asked))
                .chain(() -> transaction.preparedQuery("""
                                UPDATE suppression SET customer_id = NULL, contact_id = NULL
                                WHERE customer_id IS NOT NULL AND customer_hash(customer_id) = ANY($1)""").execute(asked))
                .replaceWithVoid();
    }
}
