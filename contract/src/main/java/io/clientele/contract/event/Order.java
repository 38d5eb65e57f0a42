package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The order that the event is about.
 *
 * @param id the shop's id, up to 256 characters; unique for a customer, not necessarily for the shop
 * @param revenue what the event adds to the order's revenue, in the event's currency
 * @param discount what was taken off, in the event's currency
 * @param coupon its code
 * @param paymentMethod such as {@code card}
 * @param status such as {@code cancelled}
 */
public record Order(
        @Nullable String id,
        @Nullable Money revenue,
        @Nullable Money discount,
        @Nullable String coupon,
        @Nullable String paymentMethod,
        @Nullable String status) {
    /** Of an event that is about no order. */
    public static final Order NONE = new Order(null, null, null, null, null, null);

    public Order {
        id = Check.id("order.id", id);
        coupon = Check.keyword("order.coupon", coupon);
        paymentMethod = Check.keyword("order.payment_method", paymentMethod);
        status = Check.keyword("order.status", status);
    }
}
