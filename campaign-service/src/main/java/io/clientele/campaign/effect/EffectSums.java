package io.clientele.campaign.effect;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * All that results are computed from.
 *
 * @param currency of every amount in here
 * @param contactCost in millionths
 * @param otherCurrencies orders, contacts and redemptions whose amounts are in another currency, and left out
 * @param attributedRevenue in millionths
 */
record EffectSums(
        Instant asOf,
        String currency,
        List<GroupSums> groups,
        List<DecisionCount> decisions,
        BigInteger contactCost,
        BigInteger benefitCost,
        long otherCurrencies,
        long attributedOrders,
        BigInteger attributedRevenue) {}
