package io.clientele.profile.segment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import io.clientele.profile.definition.StoredCondition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of segments; all their statements. */
final class SegmentStore {

    private SegmentStore() {}

    /** Every segment, by id. */
    static Uni<List<SegmentDefinition>> all(SqlClient client) {
        return client.preparedQuery("""
                        SELECT id, name, kind, condition, version, changed_at, changed_by FROM segment ORDER BY id""")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SegmentStore::segment)
                        .toList());
    }

    /** Segments by their ids, in any order. */
    static Uni<List<SegmentDefinition>> find(SqlClient client, Collection<String> ids) {
        return client.preparedQuery("""
                        SELECT id, name, kind, condition, version, changed_at, changed_by FROM segment
                        WHERE id = ANY($1)""")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SegmentStore::segment)
                        .toList());
    }

    static Uni<Optional<SegmentDefinition>> find(SqlClient client, String id) {
        return find(client, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** Whether a segment is defined in just this way already. */
    static Uni<Boolean> stands(SqlClient client, NewDefinition definition) {
        return client.preparedQuery("""
                        SELECT FROM segment
                        WHERE id = $1 AND name = $2 AND kind = $3 AND condition IS NOT DISTINCT FROM $4::text::jsonb""")
                .execute(Tuple.of(
                        definition.id(), definition.name(), definition.kind().name(), definition.conditionText()))
                .map(rows -> rows.size() > 0);
    }

    /** Stores a definition, with the next version, and keeps it as a version. */
    static Uni<Void> put(SqlConnection transaction, NewDefinition definition, String who) {
        return transaction
                .preparedQuery("""
                        WITH stored AS (
                            INSERT INTO segment (id, name, kind, condition, version, changed_by)
                            VALUES ($1, $2, $3, $4::text::jsonb, 1, $5)
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, condition = excluded.condition,
                                version = segment.version + 1, changed_at = now(), changed_by = excluded.changed_by
                            RETURNING *)
                        INSERT INTO segment_version (segment_id, version, name, condition, changed_at, changed_by)
                        SELECT id, version, name, condition, changed_at, changed_by FROM stored""")
                .execute(Tuple.of(
                        definition.id(), definition.name(), definition.kind().name(), definition.conditionText(), who))
                .replaceWithVoid();
    }

    /** The manual segments by the ids of customers that are listed in them. */
    static Uni<Map<String, Set<String>>> listed(SqlClient client, Collection<String> anyIds) {
        return client.preparedQuery("SELECT customer_id, segment_id FROM segment_listed WHERE customer_id = ANY($1)")
                .execute(Tuple.of(anyIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Set<String>> segments = new HashMap<>();
                    rows.forEach(row -> segments.computeIfAbsent(row.getString(0), _ -> new TreeSet<>())
                            .add(row.getString(1)));
                    return segments;
                });
    }

    static Uni<Void> list(SqlConnection transaction, String segment, Collection<String> customers, String who) {
        return transaction
                .preparedQuery("""
                        INSERT INTO segment_listed (customer_id, segment_id, listed_by)
                        SELECT unnest($1::text[]), $2, $3 ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(customers.toArray(String[]::new), segment, who))
                .replaceWithVoid();
    }

    static Uni<Void> unlist(SqlConnection transaction, String segment, Collection<String> anyIds) {
        return transaction
                .preparedQuery("DELETE FROM segment_listed WHERE customer_id = ANY($1) AND segment_id = $2")
                .execute(Tuple.of(anyIds.toArray(String[]::new), segment))
                .replaceWithVoid();
    }

    private static SegmentDefinition segment(Row row) {
        return new SegmentDefinition(
                row.getString(0),
                row.getString(1),
                SegmentKind.valueOf(row.getString(2)),
                StoredCondition.of(row, 3),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6));
    }
}
