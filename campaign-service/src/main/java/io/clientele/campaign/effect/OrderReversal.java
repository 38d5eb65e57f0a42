package io.clientele.campaign.effect;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;

/**
 * An event by which an order does not count any more, or not with all of its revenue.
 *
 * @param customer as the event itself says
 * @param paidBack 0 or more; null if all of the order
 */
record OrderReversal(
        String messageId,
        String customer,
        String orderId,
        Instant at,
        @Nullable Money paidBack) {

    private static final String ORDER_CANCELLED = "Order Cancelled";
    private static final String ORDER_UPDATED = "Order Updated";

    static Optional<OrderReversal> of(Event event) {
        String order = event.order().id();
        String name = event.name();
        if (order == null || name == null) {
            return Optional.empty();
        }
        return switch (name) {
            case ORDER_CANCELLED -> Optional.of(reversal(event, order, null));
            case OrderAmount.ORDER_REFUNDED ->
                Optional.of(reversal(event, order, isCancelled(event) ? null : refund(event)));
            case OrderAmount.ORDER_COMPLETED, ORDER_UPDATED ->
                isCancelled(event) ? Optional.of(reversal(event, order, null)) : Optional.empty();
            // A text, not an enum: other events say nothing of an order's end.
            default -> Optional.empty();
        };
    }

    private static OrderReversal reversal(Event event, String order, @Nullable Money paidBack) {
        return new OrderReversal(
                event.messageId(),
                event.customer().value(),
                order,
                event.times().timestamp(),
                paidBack);
    }

    /** Shops write refunds with either sign. */
    private static @Nullable Money refund(Event event) {
        Money amount = OrderAmount.of(event);
        // The most negative long has no positive counterpart.
        return amount == null
                ? null
                : new Money(Math.abs(Math.max(amount.millionths(), -Long.MAX_VALUE)), amount.currency());
    }

    private static boolean isCancelled(Event event) {
        String status = event.order().status();
        return status != null && (status.equalsIgnoreCase("cancelled") || status.equalsIgnoreCase("canceled"));
    }
}
