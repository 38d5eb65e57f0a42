package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes redemptions back. */
final class Reversal {

    private final Map<String, StoredBenefit> benefits;
    private final Map<String, StoredCoupon> coupons;
    private final Instant now;
    private final Map<String, TallyChange> tallies = new TreeMap<>();
    private final List<CouponChange> changes = new ArrayList<>();

    /** Begins with how locked benefits and their coupons stand. */
    Reversal(Collection<StoredBenefit> benefits, Collection<StoredCoupon> coupons, Instant now) {
        this.benefits = benefits.stream().collect(Collectors.toMap(StoredBenefit::id, Function.identity()));
        this.coupons = coupons.stream().collect(Collectors.toMap(StoredCoupon::id, Function.identity()));
        this.now = now;
    }

    /** Takes back what was redeemed for orders, as far as it is meant; see {@link Coupons#reverse}. */
    static Uni<Void> reverse(
            SqlConnection transaction, Collection<String> orders, Predicate<StoredRedemption> meant, Instant now) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return RedemptionStore.lock(transaction, orders)
                .chain(() -> RedemptionStore.find(transaction, orders))
                .map(found -> found.stream()
                        .filter(redemption -> redemption.reversedAt() == null && meant.test(redemption))
                        .toList())
                .flatMap(standing ->
                        standing.isEmpty() ? Uni.createFrom().voidItem() : reverseStanding(transaction, standing, now));
    }

    private static Uni<Void> reverseStanding(SqlConnection transaction, List<StoredRedemption> standing, Instant now) {
        TreeSet<String> benefits =
                standing.stream().map(StoredRedemption::benefitId).collect(Collectors.toCollection(TreeSet::new));
        List<String> coupons = standing.stream()
                .map(StoredRedemption::couponId)
                .filter(Objects::nonNull)
                .toList();
        List<String> orders = standing.stream().map(StoredRedemption::order).toList();
        return BenefitStore.lock(transaction, benefits)
                .flatMap(locked -> CouponStore.find(transaction, coupons).flatMap(found -> {
                    Reversal reversal = new Reversal(locked, found, now);
                    standing.forEach(reversal::take);
                    return RedemptionStore.reverse(transaction, orders, now)
                            .chain(() -> CouponStore.change(transaction, reversal.changes))
                            .chain(() -> BenefitStore.change(transaction, reversal.tallies.values()));
                }));
    }

    /** Takes one redemption back. */
    void take(StoredRedemption redemption) {
        String couponId = redemption.couponId();
        StoredCoupon coupon = couponId == null ? null : coupons.get(couponId);
        if (coupon == null) {
            add(new TallyChange(redemption.benefitId(), -1, 0, -redemption.discount(), -1));
            return;
        }
        add(new TallyChange(redemption.benefitId(), 0, 0, -redemption.discount(), -1));
        boolean over = coupon.expiresAt() != null && !now.isBefore(coupon.expiresAt());
        // What the coupon held beyond its discount may have been given to others.
        long held = over ? 0 : Math.min(coupon.terms().most().orElse(0), budgetLeft(redemption.benefitId()));
        changes.add(new CouponChange(coupon.id(), over ? CouponState.EXPIRED : CouponState.USABLE, held));
        add(new TallyChange(redemption.benefitId(), over ? -1 : 0, held, 0, 0));
    }

    List<CouponChange> changes() {
        return List.copyOf(changes);
    }

    List<TallyChange> tallies() {
        return List.copyOf(tallies.values());
    }

    private void add(TallyChange change) {
        tallies.merge(change.benefitId(), change, TallyChange::plus);
    }

    private long budgetLeft(String benefitId) {
        StoredBenefit benefit = Objects.requireNonNull(benefits.get(benefitId));
        TallyChange so = Objects.requireNonNull(tallies.get(benefitId));
        return benefit.budgetLeft().orElse(Long.MAX_VALUE / 2) - so.reserved() - so.spent();
    }
}
