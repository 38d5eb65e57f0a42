package io.clientele.profile.card;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.OrderFacts;

/** What a customer ordered. */
@Description("What a customer ordered: orders that were placed and not cancelled.")
public record CustomerOrders(
        @Description("Ever.") long count,

        @Description("Orders after the first.") long repurchases,

        @Nullable Instant first,

        @Nullable Instant last,

        @NonNull @Description("Ever, before refunds, in the main currency.")
        Amount revenue,

        @NonNull @Description("What went back ever, in the main currency.")
        Amount refunded,

        @NonNull @Description("Revenue ever in other currencies.")
        List<@NonNull Amount> otherCurrencies,

        @Nullable @Description("Mean order value of the last year, or of ever if there is none.")
        Amount meanValue,

        @Nullable @Description("The customer's own cycle: the median of the gaps between days with an order, in days.")
        Double cycleDays) {

    public CustomerOrders {
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    static CustomerOrders of(OrderFacts orders, String currency) {
        return new CustomerOrders(
                orders.count(),
                orders.repurchases(),
                orders.first(),
                orders.last(),
                Amount.of(orders.revenue(), currency),
                Amount.of(orders.refunded(), currency),
                orders.otherCurrencies().entrySet().stream()
                        .map(other -> Amount.of(other.getValue(), other.getKey()))
                        .toList(),
                Amount.ofNullable(orders.meanValue(), currency),
                orders.cycleDays());
    }
}
