package io.clientele.campaign.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a campaign would have decided.
 *
 * @param contacts how many would have been made, by the customers' own days
 * @param decisions how often it would have decided in each way
 * @param coupons that it would have issued
 * @param benefitCostMost what those coupons would have cost if all were used to the full, in millionths
 * @param contactCost what the contacts would have cost, in millionths
 * @param waiting enrolments that were not yet due at the end
 */
public record RehearsedDecisions(
        Map<LocalDate, Integer> contacts,
        List<Count> decisions,
        int coupons,
        long benefitCostMost,
        long contactCost,
        int waiting) {

    /** How often it would have decided in one way. */
    public record Count(Decision decision, @Nullable Reason reason, int contacts) {}
}
