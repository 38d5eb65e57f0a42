package io.clientele.campaign.benefit;

/** What became of a request for a coupon. */
public sealed interface IssueOutcome {

    /** It was issued, now or before. */
    record Issued(StoredCoupon coupon) implements IssueOutcome {}

    /** The benefit's stock is used up. */
    record OutOfStock() implements IssueOutcome {}

    /** The benefit's budget has not the room that the coupon could cost. */
    record OutOfBudget() implements IssueOutcome {}

    /** The customer has as many of the benefit as one customer can have. */
    record CustomerLimit() implements IssueOutcome {}

    /** The benefit's time is over, or there is no such benefit. */
    record BenefitEnded() implements IssueOutcome {}
}
