package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an order's latest event says of its state.
 *
 * @param text such as {@code completed}, {@code refunded}, {@code cancelled}, or what the shop sends as {@code order.status}
 */
public record OrderStatus(Instant at, String text) {

    // Of two at one instant the text decides: any rule will do that does not ask which came first.
    private static final Comparator<OrderStatus> LATER =
            Comparator.comparing(OrderStatus::at).thenComparing(OrderStatus::text);

    static OrderStatus later(OrderStatus a, OrderStatus b) {
        return LATER.compare(a, b) >= 0 ? a : b;
    }
}
