package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Order;
import io.clientele.funnel.question.Amount;

/** The order that an event is about. */
@Description("The order that an event is about.")
public record JourneyPurchase(
        @Description("The shop's id.") @Nullable String id,

        @Description("What the event adds to the order's revenue.") @Nullable
        Amount revenue,

        @Description("What was taken off.") @Nullable Amount discount,
        @Nullable String coupon,
        @Nullable String paymentMethod,
        @Nullable String status) {

    static JourneyPurchase of(Order order) {
        return new JourneyPurchase(
                order.id(),
                Amount.of(order.revenue()),
                Amount.of(order.discount()),
                order.coupon(),
                order.paymentMethod(),
                order.status());
    }
}
