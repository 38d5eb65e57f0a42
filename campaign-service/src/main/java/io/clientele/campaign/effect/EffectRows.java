package io.clientele.campaign.effect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what results are computed from; all its statements. */
final class EffectRows {

    /** Orders that are attributed to the campaign, and all of them whose revenue is in another currency. */
    private record Orders(long attributed, BigInteger revenue, long inOtherCurrencies) {}

    /** What redemptions took off, and how many did so in another currency. */
    private record Benefits(BigInteger cost, long inOtherCurrencies) {}

    private EffectRows() {}

    /**
     * Reads all sums of a campaign as of one instant.
     *
     * @param transaction one that nothing was done in yet
     * @param currency amounts in another one are left out
     */
    static Uni<EffectSums> read(SqlConnection transaction, String campaign, String currency) {
        return oneInstant(transaction)
                .chain(asOf -> groups(transaction, campaign, currency)
                        .chain(groups -> decided(transaction, campaign)
                                .chain(decided -> orders(transaction, campaign, currency)
                                        .chain(orders -> benefits(transaction, campaign, currency)
                                                .map(benefits -> new EffectSums(
                                                        asOf,
                                                        currency,
                                                        groups,
                                                        Decided.counts(decided),
                                                        Decided.cost(decided, currency),
                                                        benefits.cost(),
                                                        Decided.inOtherCurrencies(decided, currency)
                                                                + orders.inOtherCurrencies()
                                                                + benefits.inOtherCurrencies(),
                                                        orders.attributed(),
                                                        orders.revenue()))))));
    }

    private static Uni<Instant> oneInstant(SqlConnection transaction) {
        return transaction
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .execute()
                .chain(() -> transaction.query("SELECT now()").execute())
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, 0).toInstant());
    }

    private static Uni<List<GroupSums>> groups(SqlConnection transaction, String campaign, String currency) {
        return transaction
                .preparedQuery("""
                        SELECT exposure, variant, count(*), count(worth.customer_id), coalesce(sum(orders), 0),
                            coalesce(sum(revenue), 0), coalesce(sum(revenue * revenue), 0)
                        FROM (
                            SELECT DISTINCT ON (customer_id) customer_id, exposure(decision, variant), variant
                            FROM contact
                            WHERE campaign_id = $1 AND NOT test AND exposure(decision, variant) IS NOT NULL
                            ORDER BY customer_id, decided_at
                        ) AS exposed
                        LEFT JOIN (
                            SELECT customer_id, count(*) AS orders,
                                coalesce(sum(revenue_millionths) FILTER (WHERE currency = $2), 0) AS revenue
                            FROM campaign_order
                            WHERE campaign_id = $1
                            GROUP BY customer_id
                        ) AS worth USING (customer_id)
                        GROUP BY exposure, variant
                        ORDER BY exposure, variant""")
                .execute(Tuple.of(campaign, currency))
                .map(rows -> list(rows, EffectRows::group));
    }

    private static GroupSums group(Row row) {
        return new GroupSums(
                Exposure.valueOf(row.getString(0)),
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                whole(row, 5),
                whole(row, 6));
    }

    private static Uni<List<Decided>> decided(SqlConnection transaction, String campaign) {
        return transaction.preparedQuery("""
                        SELECT decision, reason, currency, count(*), sum(cost_millionths)
                        FROM contact
                        WHERE campaign_id = $1 AND NOT test
                        GROUP BY decision, reason, currency
                        ORDER BY decision, reason, currency""").execute(Tuple.of(campaign)).map(rows -> list(rows, EffectRows::decided));
    }

    private static Decided decided(Row row) {
        String reason = row.getString(1);
        return new Decided(
                Decision.valueOf(row.getString(0)),
                reason == null ? null : Reason.valueOf(reason),
                row.getString(2),
                row.getInteger(3),
                whole(row, 4));
    }

    private static Uni<Orders> orders(SqlConnection transaction, String campaign, String currency) {
        return transaction
                .preparedQuery("""
                        SELECT count(*) FILTER (WHERE attributed),
                            coalesce(sum(revenue_millionths) FILTER (WHERE attributed AND currency = $2), 0),
                            count(*) FILTER (WHERE currency <> $2)
                        FROM (
                            SELECT revenue_millionths, currency,
                                touch_id IS NOT NULL AND NOT EXISTS (
                                    SELECT FROM conversion AS other
                                    WHERE other.message_id = first_message_id
                                        AND (other.touched_at, other.touch_id)
                                            > (campaign_order.touched_at, campaign_order.touch_id)) AS attributed
                            FROM campaign_order
                            WHERE campaign_id = $1
                        ) AS counted""")
                .execute(Tuple.of(campaign, currency))
                .map(rows -> rows.iterator().next())
                .map(row -> new Orders(row.getLong(0), whole(row, 1), row.getLong(2)));
    }

    private static Uni<Benefits> benefits(SqlConnection transaction, String campaign, String currency) {
        return transaction
                .preparedQuery("""
                        SELECT coalesce(sum(discount_millionths) FILTER (WHERE redemption.currency = $2), 0),
                            count(*) FILTER (WHERE redemption.currency <> $2)
                        FROM redemption
                        JOIN coupon ON coupon.id = redemption.coupon_id
                        JOIN contact ON contact.id = coupon.contact_id
                        WHERE contact.campaign_id = $1 AND NOT contact.test AND redemption.reversed_at IS NULL""")
                .execute(Tuple.of(campaign, currency))
                .map(rows -> rows.iterator().next())
                .map(row -> new Benefits(whole(row, 0), row.getLong(1)));
    }

    private static BigInteger whole(Row row, int column) {
        BigDecimal number = row.getBigDecimal(column);
        return number.toBigIntegerExact();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> item) {
        return StreamSupport.stream(rows.spliterator(), false).map(item).toList();
    }

    /**
     * Contacts that were decided alike.
     *
     * @param cost in millionths
     */
    private record Decided(
            Decision decision,
            @Nullable Reason reason,
            @Nullable String currency,
            int contacts,
            BigInteger cost) {

        static BigInteger cost(List<Decided> all, String currency) {
            return all.stream()
                    .filter(one -> currency.equals(one.currency))
                    .map(Decided::cost)
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        static long inOtherCurrencies(List<Decided> all, String currency) {
            return all.stream()
                    .filter(one -> one.cost.signum() != 0 && !currency.equals(one.currency))
                    .mapToLong(Decided::contacts)
                    .sum();
        }

        /** Without regard to the currency. */
        static List<DecisionCount> counts(List<Decided> all) {
            List<DecisionCount> counts = new ArrayList<>();
            for (Decided one : all) {
                DecisionCount last = counts.isEmpty() ? null : counts.getLast();
                if (last != null && last.decision() == one.decision && last.reason() == one.reason) {
                    counts.removeLast();
                    counts.add(
                            new DecisionCount(one.decision, one.reason, Math.addExact(last.contacts(), one.contacts)));
                } else {
                    counts.add(new DecisionCount(one.decision, one.reason, one.contacts));
                }
            }
            return counts;
        }
    }
}
