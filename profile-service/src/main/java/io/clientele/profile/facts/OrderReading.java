package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/** Reads what a single event says of an order. */
final class OrderReading {

    private static final SortedMap<String, Amounts> NO_CATEGORIES = Collections.emptySortedMap();

    private final Event event;
    private final Instant at;

    private OrderReading(Event event) {
        this.event = event;
        this.at = event.times().timestamp();
    }

    static @Nullable LedgerOrder of(Event event) {
        String name = event.name();
        if (event.order().id() == null || name == null) {
            return null;
        }
        OrderReading reading = new OrderReading(event);
        return switch (name) {
            case EventNames.ORDER_COMPLETED -> reading.completed();
            case EventNames.ORDER_REFUNDED -> reading.refunded();
            case EventNames.ORDER_CANCELLED -> reading.ended("cancelled", reading.at);
            case EventNames.ORDER_UPDATED -> reading.updated();
            // A text, not an enum: a checkout that has its order's id already is no order yet.
            default -> null;
        };
    }

    private LedgerOrder completed() {
        Money revenue = amount();
        long pieces = 0;
        SortedMap<String, Amounts> categories = new TreeMap<>();
        for (Product product : event.products()) {
            pieces = Amounts.add(pieces, quantity(product));
            if (product.category() != null) {
                categories.merge(product.category(), spent(product), Amounts::plus);
            }
        }
        boolean back = revenue != null && revenue.millionths() < 0;
        Amounts sum = revenue == null ? Amounts.NONE : positive(revenue);
        String status = status("completed");
        return new LedgerOrder(
                at,
                null,
                isCancelled(status) ? at : null,
                new OrderStatus(at, status),
                back ? Amounts.NONE : sum,
                back ? sum : Amounts.NONE,
                false,
                Math.max(1, event.products().size()),
                event.products().isEmpty() ? 1 : pieces,
                categories);
    }

    private LedgerOrder refunded() {
        Money refund = amount();
        String status = status("refunded");
        return new LedgerOrder(
                null,
                at,
                isCancelled(status) ? at : null,
                new OrderStatus(at, status),
                Amounts.NONE,
                refund == null ? Amounts.NONE : positive(refund),
                refund == null,
                0,
                0,
                NO_CATEGORIES);
    }

    private @Nullable LedgerOrder updated() {
        String status = event.order().status();
        return status == null ? null : ended(status, isCancelled(status) ? at : null);
    }

    private LedgerOrder ended(String status, @Nullable Instant cancelledAt) {
        return new LedgerOrder(
                null,
                null,
                cancelledAt,
                new OrderStatus(at, status),
                Amounts.NONE,
                Amounts.NONE,
                false,
                0,
                0,
                NO_CATEGORIES);
    }

    /** The event's amount: as given, else the sum of its products where one has a price. */
    private @Nullable Money amount() {
        Money revenue = event.order().revenue();
        if (revenue != null) {
            return revenue;
        }
        long sum = 0;
        String currency = null;
        for (Product product : event.products()) {
            Money price = product.price();
            if (price != null) {
                currency = price.currency();
                sum = Amounts.add(sum, Amounts.multiply(Math.max(0, price.millionths()), quantity(product)));
            }
        }
        return currency == null ? null : new Money(sum, currency);
    }

    private Amounts spent(Product product) {
        Money price = product.price();
        if (price != null) {
            return Amounts.of(price.currency(), Amounts.multiply(Math.max(0, price.millionths()), quantity(product)));
        }
        Money revenue = event.order().revenue();
        return revenue != null && event.products().size() == 1 ? positive(revenue) : Amounts.NONE;
    }

    private static Amounts positive(Money money) {
        // The most negative long has no positive counterpart.
        return Amounts.of(money.currency(), Math.abs(Math.max(money.millionths(), -Long.MAX_VALUE)));
    }

    private static long quantity(Product product) {
        Long quantity = product.quantity();
        return quantity == null ? 1 : quantity;
    }

    private String status(String otherwise) {
        String status = event.order().status();
        return status == null ? otherwise : status;
    }

    private static boolean isCancelled(String status) {
        return status.equalsIgnoreCase("cancelled") || status.equalsIgnoreCase("canceled");
    }
}
