package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/**
 * Issues coupons in memory, by the same rules as {@link Coupons#issue}: from today's stock, budgets and customers' coupons on.
 * Coupons expire when their time is over; none is redeemed. For one thread at a time.
 */
public final class CouponRehearsal {

    private final Issuing issuing;
    private final PriorityQueue<StoredCoupon> expiring =
            new PriorityQueue<>(Comparator.comparing(coupon -> Objects.requireNonNull(coupon.expiresAt())));

    CouponRehearsal(Issuing issuing) {
        this.issuing = issuing;
    }

    /**
     * Takes note of the coupons that customers have.
     *
     * @param customers every id of each
     */
    public Uni<Void> know(SqlClient client, Collection<String> benefits, Collection<String> customers) {
        Set<Holder> holders = new HashSet<>();
        benefits.forEach(benefit -> customers.forEach(customer -> holders.add(new Holder(benefit, customer))));
        if (holders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return CouponStore.held(client, holders)
                .invoke(held -> holders.forEach(holder -> issuing.hold(holder, count(held, holder))))
                .replaceWithVoid();
    }

    private static int count(Map<Holder, Integer> held, Holder holder) {
        return held.getOrDefault(holder, 0);
    }

    /**
     * Decides about one.
     *
     * @param request not before those that were decided about already; of a customer all of whose ids are known
     */
    public IssueOutcome decide(IssueRequest request) {
        expire(request.at());
        IssueOutcome outcome = issuing.decide(request);
        if (outcome instanceof IssueOutcome.Issued(StoredCoupon coupon) && coupon.expiresAt() != null) {
            expiring.add(coupon);
        }
        return outcome;
    }

    /** Takes back what was issued here and reaches nobody. */
    public void withdraw(StoredCoupon coupon) {
        expiring.remove(coupon);
        issuing.giveBack(coupon);
    }

    private void expire(Instant now) {
        while (!expiring.isEmpty() && expiring.peek().state(now) == CouponState.EXPIRED) {
            issuing.giveBack(expiring.remove());
        }
    }
}
