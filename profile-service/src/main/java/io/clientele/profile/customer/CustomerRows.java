package io.clientele.profile.customer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.OrderFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code customer}. */
final class CustomerRows {

    private CustomerRows() {}

    /**
     * A row as it is stored.
     *
     * @param nextReviewAt when facts or definitions could say something else; null: never
     */
    record Stored(
            String id,
            long version,
            Instant recomputedAt,
            Evaluation evaluation,
            @Nullable Instant nextReviewAt) {}

    /** Locks the rows in the order of their ids, so that no two transactions wait for each other; by id. */
    static Uni<Map<String, Stored>> lock(SqlConnection transaction, Collection<String> ids) {
        return read(transaction, """
                SELECT id, version, recomputed_at, tags, segments, definitions_version, next_review_at
                FROM customer WHERE id = ANY($1) ORDER BY id FOR UPDATE""", Tuple.of(ids.toArray(String[]::new)));
    }

    /** The rows as they stand; by id. */
    static Uni<Map<String, Stored>> load(SqlClient client, Collection<String> ids) {
        return read(client, """
                SELECT id, version, recomputed_at, tags, segments, definitions_version, next_review_at
                FROM customer WHERE id = ANY($1)""", Tuple.of(ids.toArray(String[]::new)));
    }

    /** Ids of customers whose answers could have changed by now, locked; those that others work on are passed over. */
    static Uni<List<String>> due(SqlConnection transaction, Instant now, long scale, int limit) {
        return transaction
                .preparedQuery("""
                        WITH due AS (
                            SELECT id FROM customer WHERE next_review_at <= $1
                            ORDER BY next_review_at LIMIT $3 FOR UPDATE SKIP LOCKED),
                        measured_before AS (
                            SELECT id FROM customer WHERE scale < $2
                            ORDER BY scale LIMIT $3 FOR UPDATE SKIP LOCKED)
                        SELECT id FROM due UNION SELECT id FROM measured_before LIMIT $3""")
                .execute(Tuple.of(time(now), scale, limit))
                .map(rows -> {
                    List<String> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getString(0)));
                    return ids;
                });
    }

    /** New versions, each above all that were ever given. */
    static Uni<List<Long>> versions(SqlConnection transaction, int count) {
        return transaction
                .preparedQuery("SELECT nextval('customer_version') FROM generate_series(1, $1)")
                .execute(Tuple.of(count))
                .map(rows -> {
                    List<Long> versions = new ArrayList<>(count);
                    rows.forEach(row -> versions.add(row.getLong(0)));
                    return versions;
                });
    }

    /** What is written of a customer. */
    record Written(RecomputedCustomer customer, Evaluation evaluation, long scale, ZoneId zone) {

        OrderFacts orders() {
            return customer.portrait().facts().orders();
        }

        @Nullable
        Instant nextReviewAt() {
            Instant own = customer.portrait().nextReviewAt();
            Instant other = evaluation.nextReviewAt();
            if (own == null || other == null) {
                return own == null ? other : own;
            }
            return own.isBefore(other) ? own : other;
        }

        @Nullable
        Long lastOrderDay() {
            Long recency = orders().recencyDays();
            return recency == null
                    ? null
                    : customer.at().atZone(zone).toLocalDate().toEpochDay() - recency;
        }
    }

    static Uni<Void> write(SqlConnection transaction, List<Written> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = List.of(
                texts(rows, row -> row.customer().id()),
                numbers(rows, row -> row.customer().version()),
                rows.stream().map(row -> time(row.customer().at())).toArray(OffsetDateTime[]::new),
                rows.stream()
                        .map(row -> {
                            Instant review = row.nextReviewAt();
                            return review == null ? null : time(review);
                        })
                        .toArray(OffsetDateTime[]::new),
                // An array of arrays would have to be rectangular.
                texts(rows, row -> joined(row.evaluation().tags())),
                texts(rows, row -> joined(row.evaluation().segments())),
                numbers(rows, row -> row.evaluation().definitionsVersion()),
                numbers(rows, Written::scale),
                rows.stream().map(Written::lastOrderDay).toArray(Long[]::new),
                numbers(rows, row -> row.orders().frequency()),
                numbers(rows, row -> row.orders().monetary()),
                numbers(rows, row -> row.orders().priced()));
        return transaction.preparedQuery("""
                        INSERT INTO customer (id, version, recomputed_at, next_review_at, tags, segments,
                            definitions_version, scale, last_order_day, frequency, monetary, priced)
                        SELECT id, version, recomputed_at, next_review_at, string_to_array(tags, chr(10)),
                            string_to_array(segments, chr(10)), definitions_version, scale, last_order_day, frequency,
                            monetary, priced
                        FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[],
                            $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[],
                            $12::bigint[])
                            AS row (id, version, recomputed_at, next_review_at, tags, segments, definitions_version,
                                scale, last_order_day, frequency, monetary, priced)
                        ON CONFLICT (id) DO UPDATE SET
                            version = excluded.version, recomputed_at = excluded.recomputed_at,
                            next_review_at = excluded.next_review_at, tags = excluded.tags,
                            segments = excluded.segments, definitions_version = excluded.definitions_version,
                            scale = excluded.scale, last_order_day = excluded.last_order_day,
                            frequency = excluded.frequency, monetary = excluded.monetary, priced = excluded.priced""").execute(Tuple.tuple(columns)).replaceWithVoid();
    }

    static Uni<Void> delete(SqlConnection transaction, Collection<String> ids) {
        return transaction
                .preparedQuery("DELETE FROM customer WHERE id = ANY($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Map<String, Stored>> read(SqlClient client, String query, Tuple values) {
        return client.preparedQuery(query).execute(values).map(rows -> {
            Map<String, Stored> stored = new HashMap<>();
            rows.forEach(row -> stored.put(row.getString(0), stored(row)));
            return stored;
        });
    }

    private static Stored stored(Row row) {
        OffsetDateTime next = row.getOffsetDateTime(6);
        Evaluation evaluation = new Evaluation(
                Set.of(row.getArrayOfStrings(3)), Set.of(row.getArrayOfStrings(4)), row.getLong(5), null);
        return new Stored(
                row.getString(0),
                row.getLong(1),
                row.getOffsetDateTime(2).toInstant(),
                evaluation,
                next == null ? null : next.toInstant());
    }

    private static String joined(Set<String> ids) {
        return String.join("\n", ids.stream().sorted().toList());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String[] texts(List<Written> rows, Function<Written, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(List<Written> rows, Function<Written, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
