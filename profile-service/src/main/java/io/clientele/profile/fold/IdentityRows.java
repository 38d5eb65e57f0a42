package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.clientele.profile.identity.Alias;
import io.clientele.profile.identity.Claim;
import io.clientele.profile.identity.HeldKey;
import io.clientele.profile.identity.IdentityChange;
import io.clientele.profile.identity.IdentityKey;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.PartKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of claims, aliases, identity keys and their history. */
final class IdentityRows {

    private IdentityRows() {}

    static Uni<List<Claim>> claims(SqlClient client, Collection<String> devices) {
        return select(
                client,
                "SELECT device, at, message_id, user_id FROM device_claim WHERE device = ANY($1)",
                devices,
                row -> new Claim(row.getString(0), row.getLong(1), row.getString(2), row.getString(3)));
    }

    /** All aliases from or to users. */
    static Uni<List<Alias>> aliases(SqlClient client, Collection<String> users) {
        return select(
                client,
                """
                SELECT previous_id, user_id, at, message_id
                FROM identity_alias WHERE previous_id = ANY($1) OR user_id = ANY($1)""",
                users,
                row -> new Alias(row.getString(0), row.getString(1), row.getLong(2), row.getString(3)));
    }

    /** All keys that parts of homes hold. */
    static Uni<Set<HeldKey>> keysOfHomes(SqlClient client, Collection<String> homes) {
        return select(
                        client,
                        "SELECT home, since, node, kind, value FROM identity_key WHERE home = ANY($1)",
                        homes,
                        IdentityRows::held)
                .map(HashSet::new);
    }

    /** All keys that nodes hold. */
    static Uni<List<HeldKey>> keysOfNodes(SqlClient client, Collection<String> nodes) {
        return select(
                client,
                "SELECT home, since, node, kind, value FROM identity_key WHERE node = ANY($1)",
                nodes,
                IdentityRows::held);
    }

    /**
     * The nodes that are connected to some nodes, over keys and aliases, themselves included. A key is a step of its own,
     * so that one with many holders costs as many rows and not their square.
     */
    static Uni<Set<String>> connected(SqlClient client, Collection<String> nodes, Collection<KeyKind> merging) {
        return client.preparedQuery("""
                        WITH RECURSIVE reached (node, kind, value) AS (
                            SELECT unnest($1::text[]) COLLATE "C", NULL::text, NULL::text COLLATE "C"
                            UNION
                            SELECT step.node, step.kind, step.value
                            FROM reached CROSS JOIN LATERAL (
                                SELECT NULL::text COLLATE "C" AS node, held.kind, held.value
                                FROM identity_key AS held
                                WHERE held.node = reached.node AND held.kind = ANY($2)
                                UNION ALL
                                SELECT held.node, NULL, NULL
                                FROM identity_key AS held
                                WHERE held.value = reached.value AND held.kind = reached.kind
                                UNION ALL
                                SELECT alias.user_id, NULL, NULL
                                FROM identity_alias AS alias WHERE alias.previous_id = reached.node
                                UNION ALL
                                SELECT alias.previous_id, NULL, NULL
                                FROM identity_alias AS alias WHERE alias.user_id = reached.node) AS step)
                        SELECT node FROM reached WHERE node IS NOT NULL""")
                .execute(Tuple.of(
                        nodes.toArray(String[]::new),
                        merging.stream().map(Enum::name).toArray(String[]::new)))
                .map(rows -> new HashSet<>(list(rows, row -> row.getString(0))));
    }

    static Uni<Void> addClaims(SqlConnection transaction, Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO device_claim (device, at, message_id, user_id)
                        SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(
                        texts(claims, Claim::device),
                        numbers(claims, Claim::at),
                        texts(claims, Claim::messageId),
                        texts(claims, Claim::user)))
                .replaceWithVoid();
    }

    static Uni<Void> addAliases(SqlConnection transaction, Collection<Alias> aliases) {
        if (aliases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO identity_alias (previous_id, user_id, at, message_id)
                        SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(
                        texts(aliases, Alias::previous),
                        texts(aliases, Alias::user),
                        numbers(aliases, Alias::at),
                        texts(aliases, Alias::messageId)))
                .replaceWithVoid();
    }

    static Uni<Void> addKeys(SqlConnection transaction, Collection<HeldKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO identity_key (home, since, node, kind, value)
                        SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(
                        texts(keys, held -> held.part().home()),
                        numbers(keys, held -> held.part().since()),
                        texts(keys, HeldKey::node),
                        texts(keys, held -> held.key().kind().name()),
                        texts(keys, held -> held.key().value())))
                .replaceWithVoid();
    }

    static Uni<Void> addHistory(SqlConnection transaction, List<IdentityChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = List.of(
                texts(changes, change -> change.kind().name()),
                texts(changes, IdentityChange::from),
                texts(changes, IdentityChange::into),
                texts(changes, IdentityChange::messageId),
                numbers(changes, IdentityChange::at),
                texts(changes, IdentityChange::source));
        return transaction.preparedQuery("""
                        INSERT INTO identity_history (kind, from_id, into_id, message_id, at, source)
                        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])""").execute(Tuple.tuple(columns)).replaceWithVoid();
    }

    private static HeldKey held(Row row) {
        return new HeldKey(
                new PartKey(row.getString(0), row.getLong(1)),
                row.getString(2),
                new IdentityKey(KeyKind.valueOf(row.getString(3)), row.getString(4)));
    }

    private static <T> Uni<List<T>> select(
            SqlClient client, String query, Collection<String> ids, Function<Row, T> read) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : client.preparedQuery(query)
                        .execute(Tuple.of(ids.toArray(String[]::new)))
                        .map(rows -> list(rows, read));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(read.apply(row)));
        return list;
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
