package io.clientele.campaign.effect;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.experiment.Proportion;
import io.clientele.campaign.experiment.Sample;

/**
 * What is known of customers who were treated alike.
 *
 * @param converted customers with an order that counts
 * @param revenue in millionths, and the sum over the customers of its square
 */
record GroupSums(
        Exposure exposure,
        @Nullable String variant,
        long customers,
        long converted,
        long orders,
        BigInteger revenue,
        BigInteger revenueSquares) {

    static GroupSums none(Exposure exposure) {
        return new GroupSums(exposure, null, 0, 0, 0, BigInteger.ZERO, BigInteger.ZERO);
    }

    GroupSums plus(GroupSums other) {
        return new GroupSums(
                exposure,
                variant,
                customers + other.customers,
                converted + other.converted,
                orders + other.orders,
                revenue.add(other.revenue),
                revenueSquares.add(other.revenueSquares));
    }

    Proportion conversion() {
        return new Proportion(converted, customers);
    }

    Sample spending() {
        return new Sample(customers, revenue, revenueSquares);
    }
}
