package io.clientele.campaign.benefit;

/** By how much the counters of a benefit change; amounts in millionths. See {@link StoredBenefit.Tally}. */
record TallyChange(String benefitId, int taken, long reserved, long spent, int redeemed) {

    TallyChange plus(TallyChange other) {
        return new TallyChange(
                benefitId,
                taken + other.taken,
                reserved + other.reserved,
                spent + other.spent,
                redeemed + other.redeemed);
    }
}
