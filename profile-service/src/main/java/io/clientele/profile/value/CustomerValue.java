package io.clientele.profile.value;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.CustomerFacts;

/**
 * What a customer is worth.
 *
 * @param scores null of one without an order within the year, or as long as nobody was measured
 */
public record CustomerValue(
        Rfm rfm,
        @Nullable RfmScores scores,
        ValueTier tier,
        FrequencyClass frequency,
        Lifecycle lifecycle,
        SpendingPower spending) {

    public static CustomerValue of(CustomerFacts facts, ValueScale scale, ValueRules rules) {
        Rfm rfm = Rfm.of(facts.orders());
        return new CustomerValue(
                rfm,
                scale.scores(rfm),
                ValueTier.of(rfm, rules),
                FrequencyClass.of(facts.orders(), rules),
                Lifecycle.of(facts, scale.meanOrderValue(), rules),
                SpendingPower.of(facts.orders().meanValue(), scale.meanOrderValue(), rules));
    }
}
