package io.clientele.profile.facts;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/**
 * The latest thing that happened to a product in the cart.
 *
 * @param held whether it was put in; otherwise it was taken out or ordered
 * @param price of one piece in millionths, at least zero
 */
record CartTouch(
        long at,
        boolean held,
        long quantity,
        long price,
        @Nullable String currency) {

    /** At one instant taking out beats putting in; what then remains is decided by content, never by order of arrival. */
    static final Comparator<CartTouch> LATER = Comparator.comparingLong(CartTouch::at)
            .thenComparing(CartTouch::held, Comparator.reverseOrder())
            .thenComparingLong(CartTouch::quantity)
            .thenComparingLong(CartTouch::price)
            .thenComparing(CartTouch::currency, Comparator.nullsFirst(Comparator.naturalOrder()));

    static CartTouch in(long at, Product product) {
        Money price = product.price();
        Long quantity = product.quantity();
        return new CartTouch(
                at,
                true,
                quantity == null ? 1 : quantity,
                price == null ? 0 : Math.max(0, price.millionths()),
                price == null ? null : price.currency());
    }

    static CartTouch out(long at) {
        return new CartTouch(at, false, 0, 0, null);
    }

    static CartTouch later(CartTouch a, CartTouch b) {
        return LATER.compare(a, b) >= 0 ? a : b;
    }

    void write(PackedWriter out) {
        out.number(at);
        out.number(held ? 1 : 0);
        if (held) {
            out.number(quantity);
            out.number(price);
            out.text(currency);
        }
    }

    static CartTouch read(PackedReader in) {
        long at = in.number();
        return in.number() == 0 ? out(at) : new CartTouch(at, true, in.number(), in.number(), in.text());
    }
}
