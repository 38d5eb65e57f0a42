package io.clientele.campaign.benefit;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.customer.Customer;
import io.clientele.campaign.money.Amount;

/** A redemption as clients see it. */
@Description("A code used for an order.")
public record Redemption(
        @NonNull @Id @Description("The shop's id of the order.")
        String order,

        @NonNull Customer customer,
        @NonNull String code,
        @NonNull @Id @Description("The benefit's id.") String benefitId,

        @NonNull @Description("What the cart cost, goods and shipping.")
        Amount before,

        @NonNull @Description("What was taken off.") Amount discount,
        @NonNull Amount after,
        @NonNull Instant redeemedAt,

        @Nullable @Description("When it was taken back; null if it stands.")
        Instant reversedAt) {

    static Redemption of(StoredRedemption stored) {
        return new Redemption(
                stored.order(),
                new Customer(stored.customerId()),
                stored.shown(),
                stored.benefitId(),
                Amount.of(stored.cart(), stored.currency()),
                Amount.of(stored.discount(), stored.currency()),
                Amount.of(stored.cart() - stored.discount(), stored.currency()),
                stored.redeemedAt(),
                stored.reversedAt());
    }
}
