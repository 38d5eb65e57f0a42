package io.clientele.profile.tag;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.definition.StoredCondition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of tags; all their statements. */
public final class TagStore {

    private TagStore() {}

    /** Every tag, by id. */
    public static Uni<List<TagDefinition>> all(SqlClient client) {
        return client.preparedQuery(
                        "SELECT id, name, kind, condition, version, changed_at, changed_by FROM tag ORDER BY id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TagStore::tag)
                        .toList());
    }

    /** The manual tags by the ids of customers that they were given to. */
    public static Uni<Map<String, Set<String>>> manual(SqlClient client, Collection<String> anyIds) {
        return client.preparedQuery("SELECT customer_id, tag_id FROM customer_tag WHERE customer_id = ANY($1)")
                .execute(Tuple.of(anyIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Set<String>> tags = new HashMap<>();
                    rows.forEach(row -> tags.computeIfAbsent(row.getString(0), _ -> new TreeSet<>())
                            .add(row.getString(1)));
                    return tags;
                });
    }

    static Uni<Optional<TagDefinition>> find(SqlClient client, String id) {
        return client.preparedQuery(
                        "SELECT id, name, kind, condition, version, changed_at, changed_by FROM tag WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TagStore::tag)
                        .findFirst());
    }

    static Uni<Void> put(SqlConnection transaction, DefineTagInput input, @Nullable String condition, String who) {
        return transaction
                .preparedQuery("""
                        INSERT INTO tag (id, name, kind, condition, version, changed_by)
                        VALUES ($1, $2, $3, $4::text::jsonb, 1, $5)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, condition = excluded.condition,
                            version = tag.version + 1, changed_at = now(), changed_by = excluded.changed_by""")
                .execute(Tuple.of(input.id(), input.name(), input.kind().name(), condition, who))
                .replaceWithVoid();
    }

    /** Adds a tag unless one of the customer's ids has it; answers whether it was added. */
    static Uni<Boolean> add(SqlConnection transaction, Set<String> ids, TagChange change) {
        return transaction
                .preparedQuery("""
                        INSERT INTO customer_tag (customer_id, tag_id, added_by, reason)
                        SELECT $1, $2, $3, $4
                        WHERE NOT EXISTS (SELECT FROM customer_tag WHERE customer_id = ANY($5) AND tag_id = $2)
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.from(new Object[] {
                    change.customerId(), change.tagId(), change.who(), change.reason(), ids.toArray(String[]::new)
                }))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Takes a tag from all the customer's ids; answers whether it had it. */
    static Uni<Boolean> remove(SqlConnection transaction, Set<String> ids, TagChange change) {
        return transaction
                .preparedQuery("DELETE FROM customer_tag WHERE customer_id = ANY($1) AND tag_id = $2")
                .execute(Tuple.of(ids.toArray(String[]::new), change.tagId()))
                .map(rows -> rows.rowCount() > 0);
    }

    static Uni<Void> keep(SqlConnection transaction, TagChange change) {
        return transaction
                .preparedQuery("""
                        INSERT INTO customer_tag_change (customer_id, tag_id, added, changed_by, reason)
                        VALUES ($1, $2, $3, $4, $5)""")
                .execute(Tuple.of(change.customerId(), change.tagId(), change.added(), change.who(), change.reason()))
                .replaceWithVoid();
    }

    /** What was added and removed, the newest first. */
    static Uni<List<CustomerTagChange>> history(SqlClient client, Set<String> ids, int limit) {
        return client.preparedQuery("""
                        SELECT tag_id, added, changed_at, changed_by, reason FROM customer_tag_change
                        WHERE customer_id = ANY($1) ORDER BY number DESC LIMIT $2""")
                .execute(Tuple.of(ids.toArray(String[]::new), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CustomerTagChange(
                                row.getString(0),
                                row.getBoolean(1),
                                row.getOffsetDateTime(2).toInstant(),
                                row.getString(3),
                                row.getString(4)))
                        .toList());
    }

    private static TagDefinition tag(Row row) {
        return new TagDefinition(
                row.getString(0),
                row.getString(1),
                TagKind.valueOf(row.getString(2)),
                StoredCondition.of(row, 3),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6));
    }
}
