package io.clientele.campaign.effect;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/** What an event says that an order costs, as {@code docs/customers.md} has it. */
final class OrderAmount {

    static final String ORDER_COMPLETED = "Order Completed";
    static final String ORDER_REFUNDED = "Order Refunded";

    private OrderAmount() {}

    /** The order's revenue; of a completed or refunded order that names none, its products' price × quantity. */
    static @Nullable Money of(Event event) {
        Money revenue = event.order().revenue();
        if (revenue != null) {
            return revenue;
        }
        boolean ofOrder = ORDER_COMPLETED.equals(event.name()) || ORDER_REFUNDED.equals(event.name());
        return ofOrder ? ofProducts(event) : null;
    }

    private static @Nullable Money ofProducts(Event event) {
        BigInteger sum = BigInteger.ZERO;
        String currency = null;
        for (Product product : event.products()) {
            Money price = product.price();
            Long quantity = product.quantity();
            if (price != null && price.millionths() > 0) {
                sum = sum.add(BigInteger.valueOf(price.millionths())
                        .multiply(BigInteger.valueOf(quantity == null ? 1 : quantity)));
            }
            currency = price == null ? currency : price.currency();
        }
        return currency == null
                ? null
                : new Money(sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), currency);
    }
}
