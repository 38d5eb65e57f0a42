package io.clientele.profile.card;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.value.CustomerValue;
import io.clientele.profile.value.FrequencyClass;
import io.clientele.profile.value.RfmScores;
import io.clientele.profile.value.SpendingPower;
import io.clientele.profile.value.ValueTier;

/** What a customer is worth. */
@Type("CustomerValue")
@Description("What a customer is worth.")
public record CustomerWorth(
        @NonNull ValueTier tier,
        @NonNull CustomerRfm rfm,

        @NonNull @Description("How often the customer orders.")
        FrequencyClass frequencyClass,

        @NonNull @Description("How much an order is, by the platform's mean order value.")
        SpendingPower spendingPower) {

    /** Recency, frequency and monetary value. */
    @Type("CustomerRfm")
    @Description(
            "Recency, frequency and monetary value, with their scores among customers with an order within the year.")
    public record CustomerRfm(
            @Nullable @Description("Business days since the last order ever; null without orders.")
            Long recencyDays,

            @Description("Orders of the last 365 days.") long frequency,

            @NonNull @Description("Their revenue.") Amount monetary,

            @Nullable @Description("1 to 5, the best being 5; null without an order within the year.")
            Integer recencyScore,

            @Nullable @Description("1 to 5, the best being 5; null without an order within the year.")
            Integer frequencyScore,

            @Nullable @Description("1 to 5, the best being 5; null without an order within the year.")
            Integer monetaryScore,

            @Nullable @Description("The three scores, such as 545.")
            String code) {}

    static CustomerWorth of(CustomerValue value, String currency) {
        RfmScores scores = value.scores();
        CustomerRfm rfm = new CustomerRfm(
                value.rfm().recencyDays(),
                value.rfm().frequency(),
                Amount.of(value.rfm().monetary(), currency),
                scores == null ? null : scores.recency(),
                scores == null ? null : scores.frequency(),
                scores == null ? null : scores.monetary(),
                scores == null ? null : scores.code());
        return new CustomerWorth(value.tier(), rfm, value.frequency(), value.spending());
    }
}
