package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.Validity;

/**
 * A benefit as it stands.
 *
 * @param version 1 for the first definition, then rising
 * @param stock how many coupons there can be; null for any number
 * @param budget what they may cost together, in millionths of the terms' currency; null for any amount
 * @param perCustomerLimit how many of them one customer can have that are not expired
 * @param code its own code as its marketer wrote it; null if only coupons are issued
 */
public record StoredBenefit(
        String id,
        String name,
        int version,
        Terms terms,
        @Nullable Integer stock,
        @Nullable Long budget,
        int perCustomerLimit,
        Validity validity,
        @Nullable String code,
        Tally tally,
        Instant changedAt,
        String changedBy) {

    /**
     * What became of a benefit so far.
     *
     * @param taken of the stock: coupons that are usable or redeemed, and redemptions of the benefit's own code
     * @param reserved of the budget: the most that usable coupons can cost, in millionths
     * @param spent of the budget: what redemptions cost, in millionths
     * @param issued coupons ever issued
     * @param redeemed redemptions that stand
     */
    public record Tally(int taken, long reserved, long spent, long issued, long redeemed) {}

    /** What of the stock is left; empty if there is no limit. */
    public OptionalInt stockLeft() {
        return stock == null ? OptionalInt.empty() : OptionalInt.of(stock - tally.taken());
    }

    /** What of the budget is neither spent nor reserved, in millionths; empty if there is no limit. */
    public OptionalLong budgetLeft() {
        return budget == null ? OptionalLong.empty() : OptionalLong.of(budget - tally.spent() - tally.reserved());
    }
}
