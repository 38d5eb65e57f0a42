package io.clientele.funnel.sales;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.funnel.question.Amount;

/** What was sold in a range of time. */
@Description("What was sold in a range of time.")
public record Sales(
        @Description("Customers with a completed order; exact.")
        long customers,

        @Description("Completed orders; exact. An order may come as several events.")
        long orders,

        @NonNull @Description("The sum of the orders' revenue in each currency.")
        List<@NonNull Amount> revenue,

        @NonNull @Description("The revenue in each currency by the orders in it, rounded half up to six decimals.")
        List<@NonNull Amount> averageOrderValue,

        @Description("Whether every amount is exact: so it is up to 9,007,199,254.740992 units of a currency; beyond,"
                + " sums are rounded to 53 binary digits.")
        boolean exact,

        @Description("Events Order Completed that name no order: they count nowhere above.")
        long eventsWithoutOrder) {}
