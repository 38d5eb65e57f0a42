package io.clientele.campaign.benefit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of coupons; all its statements, with the counters of benefits that they change. */
final class CouponStore {

    private CouponStore() {}

    static Uni<List<StoredCoupon>> find(SqlClient client, Collection<String> ids) {
        return client.preparedQuery("SELECT * FROM coupon WHERE id = ANY($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(CouponStore::coupons);
    }

    static Uni<List<StoredCoupon>> ofCodes(SqlClient client, Collection<String> compared) {
        return client.preparedQuery("SELECT * FROM coupon WHERE code = ANY($1)")
                .execute(Tuple.of(compared.toArray(String[]::new)))
                .map(CouponStore::coupons);
    }

    /** The benefits that have the coupons which expired longest ago, at most so many coupons. */
    static Uni<List<String>> benefitsWithExpired(SqlClient client, Instant now, int most) {
        return client.preparedQuery("""
                        SELECT DISTINCT benefit_id FROM (
                            SELECT benefit_id FROM coupon WHERE state = 'USABLE' AND expires_at <= $1
                            ORDER BY expires_at LIMIT $2) AS expired""")
                .execute(Tuple.of(offset(now), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** Coupons of locked benefits that are expired but not stored so, the longest expired first. */
    static Uni<List<StoredCoupon>> expired(SqlConnection transaction, List<String> benefits, Instant now, int most) {
        return transaction
                .preparedQuery("""
                        SELECT * FROM coupon WHERE state = 'USABLE' AND expires_at <= $1 AND benefit_id = ANY($2)
                        ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(offset(now), benefits.toArray(String[]::new), most))
                .map(CouponStore::coupons);
    }

    /** Changes coupons of benefits that are locked. */
    static Uni<Void> change(SqlConnection transaction, List<CouponChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        UPDATE coupon SET state = given.state, held_millionths = given.held
                        FROM unnest($1::text[], $2::text[], $3::bigint[]) AS given (id, state, held)
                        WHERE coupon.id = given.id""")
                .execute(Tuple.of(
                        changes.stream().map(CouponChange::couponId).toArray(String[]::new),
                        changes.stream().map(change -> change.state().name()).toArray(String[]::new),
                        changes.stream().map(CouponChange::held).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** The coupons that customers can use at a time, those that expire soonest first. */
    static Uni<List<StoredCoupon>> usable(SqlClient client, Collection<String> customers, Instant now) {
        return client.preparedQuery("""
                        SELECT * FROM coupon
                        WHERE customer_id = ANY($1) AND state = 'USABLE' AND (expires_at IS NULL OR expires_at > $2)
                        ORDER BY expires_at NULLS LAST, issued_at, id""")
                .execute(Tuple.of(customers.toArray(String[]::new), offset(now)))
                .map(CouponStore::coupons);
    }

    /** How many of a benefit a customer has: coupons that are not expired, and redemptions of the benefit's own code. */
    static Uni<Map<Holder, Integer>> held(SqlClient client, Collection<Holder> holders) {
        String[] benefits = holders.stream().map(Holder::benefitId).toArray(String[]::new);
        String[] customers = holders.stream().map(Holder::customerId).toArray(String[]::new);
        return client.preparedQuery("""
                        SELECT benefit_id, customer_id, count(*) FROM (
                            SELECT coupon.benefit_id, coupon.customer_id
                            FROM unnest($1::text[], $2::text[]) AS asked (benefit_id, customer_id)
                            JOIN coupon USING (benefit_id, customer_id) WHERE coupon.state <> 'EXPIRED'
                            UNION ALL
                            SELECT redemption.benefit_id, redemption.customer_id
                            FROM unnest($1::text[], $2::text[]) AS asked (benefit_id, customer_id)
                            JOIN redemption USING (benefit_id, customer_id)
                            WHERE redemption.coupon_id IS NULL AND redemption.reversed_at IS NULL) AS having_one
                        GROUP BY benefit_id, customer_id""").execute(Tuple.of(benefits, customers)).map(rows -> {
            Map<Holder, Integer> held = new HashMap<>();
            rows.forEach(row -> held.put(new Holder(row.getString(0), row.getString(1)), row.getInteger(2)));
            return held;
        });
    }

    /** Keeps new coupons of benefits that are locked, and takes them off stock and budget. */
    static Uni<Void> insert(SqlConnection transaction, List<StoredCoupon> coupons) {
        if (coupons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        WITH new AS (
                            INSERT INTO coupon (id, benefit_id, benefit_version, benefit_name, customer_id, contact_id, code,
                                terms, state, held_millionths, issued_at, expires_at)
                            SELECT given.id, benefit.id, benefit.version, benefit.name, given.customer_id, given.contact_id,
                                given.code, benefit.terms, 'USABLE', given.held, given.issued_at, given.expires_at
                            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                                    $7::timestamptz[], $8::timestamptz[])
                                AS given (id, benefit_id, customer_id, contact_id, code, held, issued_at, expires_at)
                            JOIN benefit ON benefit.id = given.benefit_id
                            RETURNING benefit_id, held_millionths)
                        UPDATE benefit SET taken = taken + sums.coupons, issued = issued + sums.coupons,
                            reserved_millionths = reserved_millionths + sums.held
                        FROM (SELECT benefit_id, count(*) AS coupons, sum(held_millionths) AS held FROM new
                            GROUP BY benefit_id) AS sums
                        WHERE benefit.id = sums.benefit_id""")
                .execute(Tuple.from(List.of(
                        texts(coupons, StoredCoupon::id),
                        texts(coupons, StoredCoupon::benefitId),
                        texts(coupons, StoredCoupon::customerId),
                        texts(coupons, StoredCoupon::contactId),
                        texts(coupons, StoredCoupon::compared),
                        coupons.stream().map(StoredCoupon::held).toArray(Long[]::new),
                        times(coupons, StoredCoupon::issuedAt),
                        times(coupons, StoredCoupon::expiresAt))))
                .replaceWithVoid();
    }

    /** Deletes coupons of benefits that are locked as if they had not been issued; those that were used stay. */
    static Uni<Void> withdraw(SqlConnection transaction, Collection<String> ids) {
        return transaction
                .preparedQuery("""
                        WITH gone AS (
                            DELETE FROM coupon WHERE id = ANY($1) AND state = 'USABLE' RETURNING benefit_id, held_millionths)
                        UPDATE benefit SET taken = taken - sums.coupons, issued = issued - sums.coupons,
                            reserved_millionths = reserved_millionths - sums.held
                        FROM (SELECT benefit_id, count(*) AS coupons, sum(held_millionths) AS held FROM gone
                            GROUP BY benefit_id) AS sums
                        WHERE benefit.id = sums.benefit_id""")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static String[] texts(List<StoredCoupon> coupons, Function<StoredCoupon, @Nullable String> column) {
        return coupons.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(
            List<StoredCoupon> coupons, Function<StoredCoupon, @Nullable Instant> column) {
        return coupons.stream()
                .map(column)
                .map(time -> time == null ? null : offset(time))
                .toArray(OffsetDateTime[]::new);
    }

    static OffsetDateTime offset(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static List<StoredCoupon> coupons(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CouponStore::coupon)
                .toList();
    }

    private static StoredCoupon coupon(Row row) {
        return new StoredCoupon(
                row.getString("id"),
                row.getString("benefit_id"),
                row.getInteger("benefit_version"),
                row.getString("benefit_name"),
                row.getString("customer_id"),
                row.getString("contact_id"),
                row.getString("code"),
                BenefitStore.terms(row),
                CouponState.valueOf(row.getString("state")),
                row.getLong("held_millionths"),
                row.getOffsetDateTime("issued_at").toInstant(),
                BenefitStore.instant(row, "expires_at"));
    }
}
