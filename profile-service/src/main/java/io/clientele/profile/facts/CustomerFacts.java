package io.clientele.profile.facts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer at an instant: a pure function of its ledger, the instant and the rules.
 *
 * @param asOf the instant
 * @param nextReviewAt the earliest instant at which any of this could change without a new event: the next business day's
 *     start, or when the cart's age grows; null of an empty ledger, of which nothing changes
 */
public record CustomerFacts(
        Instant asOf,
        VisitFacts visits,
        CartFacts cart,
        OrderFacts orders,
        Preferences preferences,
        @Nullable Instant nextReviewAt) {

    /** The facts of a ledger with all its orders. */
    public static CustomerFacts derive(Ledger ledger, Instant now, FactsRules rules) {
        BusinessDay today = BusinessDay.of(now, rules.zone());
        CartFacts cart = CartFacts.of(ledger, now, rules);
        OrderSums orders = new OrderSums(today, rules);
        ledger.orders().values().forEach(orders::add);
        return new CustomerFacts(
                now,
                VisitFacts.of(ledger, today, rules),
                cart,
                orders.facts(),
                Preferences.of(ledger, orders.spentOnCategories(), rules),
                nextReview(ledger, today, cart));
    }

    private static @Nullable Instant nextReview(Ledger ledger, BusinessDay today, CartFacts cart) {
        if (ledger.isEmpty() && ledger.orders().isEmpty()) {
            return null;
        }
        Instant older = cart.reviewAt();
        return older == null || older.isAfter(today.end()) ? today.end() : older;
    }
}
