package io.clientele.loader.demoshop;

import java.util.List;

/**
 * A visit to the shop.
 *
 * @param start in milliseconds since 1970
 * @param basket what is bought; empty if nothing is
 */
record Visit(long start, Depth depth, List<Line> basket) {

    /** How far the visit goes along the path from home to payment (B5). */
    enum Depth {
        HOME,
        CATEGORY,
        DETAIL,
        CART,
        CHECKOUT,
        ORDER,
        /** Ordered, paid and cancelled again. */
        CANCELLED_ORDER;

        boolean reaches(Depth other) {
            return compareTo(other) >= 0;
        }
    }

    /** Some pieces of a product. */
    record Line(Product product, int quantity) {

        /** In hundredths of a yuan. */
        long amount() {
            return product.price() * quantity;
        }
    }

    /** In hundredths of a yuan. */
    long amount() {
        return basket.stream().mapToLong(Line::amount).sum();
    }
}
