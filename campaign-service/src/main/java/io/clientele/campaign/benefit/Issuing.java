package io.clientele.campaign.benefit;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Decides, request by request, who gets a coupon: whoever comes first gets the last one. Pure but for the codes' chance. */
final class Issuing {

    private final Map<String, Share> shares = new TreeMap<>();
    private final Map<Holder, Integer> held;
    private final Map<String, StoredCoupon> known;
    private final List<StoredCoupon> issued = new ArrayList<>();
    private final SecureRandom codes;

    /**
     * Begins with how things stand.
     *
     * @param benefits that are asked for, as far as there are such
     * @param known coupons that were issued before, by id
     * @param held how many of a benefit a customer has
     */
    Issuing(
            List<StoredBenefit> benefits,
            Map<String, StoredCoupon> known,
            Map<Holder, Integer> held,
            SecureRandom codes) {
        benefits.forEach(benefit -> shares.put(benefit.id(), new Share(benefit)));
        this.known = new HashMap<>(known);
        this.held = new HashMap<>(held);
        this.codes = codes;
    }

    IssueOutcome decide(IssueRequest request) {
        StoredCoupon before = known.get(request.couponId());
        if (before != null) {
            return new IssueOutcome.Issued(before);
        }
        Share share = shares.get(request.benefitId());
        if (share == null) {
            return new IssueOutcome.BenefitEnded();
        }
        int has = request.holders().stream()
                .mapToInt(holder -> held.getOrDefault(holder, 0))
                .sum();
        IssueOutcome obstacle = obstacle(share, request, has);
        if (obstacle != null) {
            return obstacle;
        }
        StoredCoupon coupon = coupon(share.benefit, request);
        share.take(coupon.held());
        held.merge(new Holder(request.benefitId(), request.customerId()), 1, Integer::sum);
        known.put(coupon.id(), coupon);
        issued.add(coupon);
        return new IssueOutcome.Issued(coupon);
    }

    /** Takes note of how many of a benefit a customer has, unless that is known already. */
    void hold(Holder holder, int has) {
        held.putIfAbsent(holder, has);
    }

    /** Gives back what a coupon that was issued here took of stock, budget and the customer's limit. */
    void giveBack(StoredCoupon coupon) {
        Share share = shares.get(coupon.benefitId());
        if (share != null) {
            share.giveBack(coupon.held());
            held.merge(new Holder(coupon.benefitId(), coupon.customerId()), -1, Integer::sum);
        }
    }

    /** The coupons that are new. */
    List<StoredCoupon> issued() {
        return List.copyOf(issued);
    }

    private static @Nullable IssueOutcome obstacle(Share share, IssueRequest request, int has) {
        StoredBenefit benefit = share.benefit;
        if (benefit.validity().isOver(request.at())) {
            return new IssueOutcome.BenefitEnded();
        }
        if (has >= benefit.perCustomerLimit()) {
            return new IssueOutcome.CustomerLimit();
        }
        if (benefit.stockLeft().orElse(Integer.MAX_VALUE) <= share.taken) {
            return new IssueOutcome.OutOfStock();
        }
        return benefit.budgetLeft().orElse(Long.MAX_VALUE) - share.reserved < most(benefit)
                ? new IssueOutcome.OutOfBudget()
                : null;
    }

    private StoredCoupon coupon(StoredBenefit benefit, IssueRequest request) {
        // As PostgreSQL keeps it.
        Instant at = request.at().truncatedTo(ChronoUnit.MICROS);
        return new StoredCoupon(
                request.couponId(),
                benefit.id(),
                benefit.version(),
                benefit.name(),
                request.customerId(),
                request.contactId(),
                CouponCode.random(codes),
                benefit.terms(),
                CouponState.USABLE,
                most(benefit),
                at,
                benefit.validity().expiry(at));
    }

    private static long most(StoredBenefit benefit) {
        return benefit.terms().most().orElse(0);
    }

    /** What was taken of a benefit here. */
    private static final class Share {

        private final StoredBenefit benefit;
        private int taken;
        private long reserved;

        Share(StoredBenefit benefit) {
            this.benefit = benefit;
        }

        void take(long most) {
            taken++;
            reserved += most;
        }

        void giveBack(long most) {
            taken--;
            reserved -= most;
        }
    }
}
