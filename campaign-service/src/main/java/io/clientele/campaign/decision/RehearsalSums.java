package io.clientele.campaign.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what was decided. */
final class RehearsalSums {

    private final TreeMap<LocalDate, Integer> contacts = new TreeMap<>();
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private int coupons;
    private long benefitCost;
    private long contactCost;

    /**
     * Adds one.
     *
     * @param couponCost what its coupon may cost at most, in millionths
     */
    void add(DecidedContact contact, long couponCost) {
        if (contact.reason() != null) {
            reasons.merge(contact.reason(), 1, Integer::sum);
        } else {
            decisions.merge(contact.decision(), 1, Integer::sum);
        }
        if (contact.decision() == Decision.SENT) {
            contacts.merge(contact.day(), 1, Integer::sum);
        }
        contactCost += contact.costMillionths();
        if (contact.coupon() != null) {
            coupons++;
            benefitCost += couponCost;
        }
    }

    RehearsedDecisions after(int waiting) {
        List<RehearsedDecisions.Count> counts = new ArrayList<>();
        decisions.forEach((decision, count) -> counts.add(new RehearsedDecisions.Count(decision, null, count)));
        reasons.forEach(
                (reason, count) -> counts.add(new RehearsedDecisions.Count(Decision.SUPPRESSED, reason, count)));
        return new RehearsedDecisions(new TreeMap<>(contacts), counts, coupons, benefitCost, contactCost, waiting);
    }
}
