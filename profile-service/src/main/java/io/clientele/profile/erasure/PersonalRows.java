package io.clientele.profile.erasure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The rows of a table of PostgreSQL that name customers.
 *
 * @param table its name
 * @param where which rows name one of the ids {@code $1}
 * @param removal the statements that take the ids out of them; none if rows go when what they ask for is done
 */
record PersonalRows(String table, String where, List<String> removal) {

    /** Every table that names customers. */
    static final List<PersonalRows> TABLES = List.of(
            deleted("customer", "id = ANY($1)"),
            deleted("part", "home = ANY($1) OR node = ANY($1) OR customer_id = ANY($1)"),
            deleted("part_order", "home = ANY($1)"),
            deleted("identity_key", "home = ANY($1) OR node = ANY($1)"),
            deleted("device_claim", """
                    user_id = ANY($1) OR device IN (
                        SELECT substr(id, length('anon:') + 1) FROM unnest($1::text[]) AS id WHERE id LIKE 'anon:%')"""),
            deleted("identity_alias", "previous_id = ANY($1) OR user_id = ANY($1)"),
            deleted("customer_tag", "customer_id = ANY($1)"),
            deleted("customer_tag_change", "customer_id = ANY($1)"),
            deleted("segment_listed", "customer_id = ANY($1)"),
            deleted("drop_off_customer", "customer_id = ANY($1)"),
            deleted("review_request", "customer_id = ANY($1)"),
            deleted("index_refused", "customer_id = ANY($1)"),
            deleted("recount_lease", "home = ANY($1)"),
            deleted("rekey_task", "home = ANY($1) OR customer_id = ANY($1)"),
            deleted("rekey_decision", "home = ANY($1) OR customer_id = ANY($1)"),
            // What became of another customer stays in its history.
            new PersonalRows(
                    "identity_history",
                    "from_id = ANY($1) OR into_id = ANY($1)",
                    List.of(
                            "DELETE FROM identity_history WHERE from_id = ANY($1) AND into_id = ANY($1)",
                            hashed("identity_history", "from_id"),
                            hashed("identity_history", "into_id"))),
            // Readers have read the stream up to a position, so no row may go; the hash still tells them who has left.
            new PersonalRows(
                    "membership_change", "customer_id = ANY($1)", List.of(hashed("membership_change", "customer_id"))),
            new PersonalRows("index_outbox", "customer_id = ANY($1)", List.of()));

    private static PersonalRows deleted(String table, String where) {
        return new PersonalRows(table, where, List.of("DELETE FROM " + table + " WHERE " + where));
    }

    private static String hashed(String table, String column) {
        return """
                UPDATE %1$s SET %2$s = 'erased:' || encode(sha256(convert_to(%2$s, 'UTF8')), 'hex')
                WHERE %2$s = ANY($1)""".formatted(table, column);
    }

    /** How many rows of each table name these customers. */
    static Uni<Map<String, Long>> count(SqlConnection connection, Collection<String> ids) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PersonalRows rows : TABLES) {
            all = all.chain(() -> connection
                            .preparedQuery("SELECT count(*) FROM " + rows.table + " WHERE " + rows.where)
                            .execute(values(ids)))
                    .invoke(found ->
                            counts.put(rows.table, found.iterator().next().getLong(0)))
                    .replaceWithVoid();
        }
        return all.replaceWith(counts);
    }

    /** Takes these customers out of all tables but those whose rows go by themselves. */
    static Uni<Void> remove(SqlConnection transaction, Collection<String> ids) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PersonalRows rows : TABLES) {
            for (String statement : rows.removal) {
                all = all.chain(() -> transaction.preparedQuery(statement).execute(values(ids)))
                        .replaceWithVoid();
            }
        }
        return all;
    }

    private static Tuple values(Collection<String> ids) {
        return Tuple.of((Object) ids.toArray(String[]::new));
    }
}
