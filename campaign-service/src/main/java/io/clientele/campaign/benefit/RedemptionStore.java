package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of redemptions; all its statements. */
final class RedemptionStore {

    private RedemptionStore() {}

    /** Locks orders until the transaction ends, whether something was redeemed for them or not. */
    static Uni<Void> lock(SqlConnection transaction, Collection<String> orders) {
        return transaction
                .preparedQuery("""
                        SELECT pg_advisory_xact_lock(number) FROM (
                            SELECT DISTINCT hashtextextended(order_id, 0) AS number
                            FROM unnest($1::text[]) AS given (order_id) ORDER BY number) AS sorted""")
                .execute(Tuple.of(orders.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** What was redeemed for orders, taken back or not. */
    static Uni<List<StoredRedemption>> find(SqlClient client, Collection<String> orders) {
        return client.preparedQuery("""
                        SELECT redemption.*, benefit.code AS own_code
                        FROM redemption JOIN benefit ON benefit.id = redemption.benefit_id
                        WHERE order_id = ANY($1)""")
                .execute(Tuple.of(orders.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RedemptionStore::redemption)
                        .toList());
    }

    static Uni<Void> insert(SqlConnection transaction, StoredRedemption redemption) {
        return transaction
                .preparedQuery("""
                        INSERT INTO redemption (order_id, benefit_id, coupon_id, code, customer_id, currency,
                            cart_millionths, shipping_millionths, by_shopper, discount_millionths, redeemed_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""")
                .execute(Tuple.from(new Object[] {
                    redemption.order(),
                    redemption.benefitId(),
                    redemption.couponId(),
                    redemption.compared(),
                    redemption.customerId(),
                    redemption.currency(),
                    redemption.cart(),
                    redemption.shipping(),
                    redemption.byShopper(),
                    redemption.discount(),
                    CouponStore.offset(redemption.redeemedAt())
                }))
                .replaceWithVoid();
    }

    /** The shop says the same as the shopper did. */
    static Uni<Void> confirm(SqlConnection transaction, String order) {
        return transaction
                .preparedQuery("UPDATE redemption SET by_shopper = false WHERE order_id = $1 AND by_shopper")
                .execute(Tuple.of(order))
                .replaceWithVoid();
    }

    /** Makes room for what the shop says of an order; what was redeemed before was taken back. */
    static Uni<Void> delete(SqlConnection transaction, String order) {
        return transaction
                .preparedQuery("DELETE FROM redemption WHERE order_id = $1")
                .execute(Tuple.of(order))
                .replaceWithVoid();
    }

    static Uni<Void> reverse(SqlConnection transaction, Collection<String> orders, Instant now) {
        return transaction
                .preparedQuery("""
                        UPDATE redemption SET reversed_at = $2 WHERE order_id = ANY($1) AND reversed_at IS NULL""")
                .execute(Tuple.of(orders.toArray(String[]::new), CouponStore.offset(now)))
                .replaceWithVoid();
    }

    private static StoredRedemption redemption(Row row) {
        String compared = row.getString("code");
        String ownCode = row.getString("own_code");
        boolean ofCoupon = row.getString("coupon_id") != null;
        return new StoredRedemption(
                row.getString("order_id"),
                row.getString("benefit_id"),
                row.getString("coupon_id"),
                compared,
                ofCoupon || ownCode == null ? CouponCode.shown(compared) : ownCode,
                row.getString("customer_id"),
                row.getString("currency"),
                row.getLong("cart_millionths"),
                row.getLong("shipping_millionths"),
                row.getBoolean("by_shopper"),
                row.getLong("discount_millionths"),
                row.getOffsetDateTime("redeemed_at").toInstant(),
                BenefitStore.instant(row, "reversed_at"));
    }
}
