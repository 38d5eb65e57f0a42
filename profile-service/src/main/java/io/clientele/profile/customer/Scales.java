package io.clientele.profile.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.value.Quintiles;
import io.clientele.profile.value.ValueScale;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Measures all customers and keeps the scale; PostgreSQL counts, as the definition of {@link Quintiles} allows. */
@ApplicationScoped
class Scales {

    private static final int FIFTHS = 4;

    private final PortraitRules rules;

    Scales(PortraitRules rules) {
        this.rules = rules;
    }

    /** The scale that stands. */
    Uni<Scale> current(SqlClient client) {
        return client.preparedQuery("""
                        SELECT number, as_of, customers, recency, frequency, monetary, mean_order_value
                        FROM value_scale""")
                .execute()
                .map(rows -> scale(rows.iterator().next()));
    }

    /** Measures anew; the scale's number rises only if it is another. */
    Uni<Scale> measure(SqlConnection transaction, Instant now) {
        long today = LocalDate.ofInstant(now, rules.facts().zone()).toEpochDay();
        return transaction
                .preparedQuery("""
                        WITH measured AS (
                            SELECT count(*) AS customers,
                                percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (
                                    ORDER BY greatest($1 - last_order_day, 0)) AS recency,
                                percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY frequency) AS frequency,
                                percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY monetary) AS monetary,
                                -- Half up, and in numeric: the sum of many customers may be beyond a bigint.
                                floor((2 * sum(monetary) + sum(priced)) / nullif(2 * sum(priced), 0)::numeric)::bigint
                                    AS mean_order_value
                            FROM customer
                            WHERE frequency > 0 AND last_order_day IS NOT NULL)
                        UPDATE value_scale SET
                            number = number + (
                                (value_scale.customers, value_scale.recency, value_scale.frequency, value_scale.monetary,
                                    value_scale.mean_order_value)
                                IS DISTINCT FROM
                                (measured.customers, measured.recency, measured.frequency, measured.monetary,
                                    measured.mean_order_value))::int,
                            as_of = $2,
                            customers = measured.customers, recency = measured.recency, frequency = measured.frequency,
                            monetary = measured.monetary, mean_order_value = measured.mean_order_value
                        FROM measured
                        RETURNING number, as_of, value_scale.customers, value_scale.recency, value_scale.frequency,
                            value_scale.monetary, value_scale.mean_order_value""")
                .execute(Tuple.of(today, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .map(rows -> scale(rows.iterator().next()));
    }

    private static Scale scale(Row row) {
        long customers = row.getLong(2);
        ValueScale.Cuts cuts = customers == 0
                ? null
                : new ValueScale.Cuts(
                        quintiles(row.getArrayOfLongs(3)),
                        quintiles(row.getArrayOfLongs(4)),
                        quintiles(row.getArrayOfLongs(5)));
        return new Scale(
                row.getLong(0), new ValueScale(row.getOffsetDateTime(1).toInstant(), customers, cuts, row.getLong(6)));
    }

    private static Quintiles quintiles(Long @Nullable [] cuts) {
        if (cuts == null || cuts.length != FIFTHS) {
            throw new IllegalStateException("a scale of customers has four cuts");
        }
        return new Quintiles(
                Objects.requireNonNull(cuts[0]),
                Objects.requireNonNull(cuts[1]),
                Objects.requireNonNull(cuts[2]),
                Objects.requireNonNull(cuts[3]));
    }
}
