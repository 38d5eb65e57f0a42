package io.clientele.profile.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the customer holds in the cart.
 *
 * @param everFilled whether anything was ever put in
 * @param products different products held
 * @param pieces their quantities, each as last put in
 * @param value in millionths of the main currency
 * @param since when the product held longest was last put in
 * @param ageDays whole times 24 hours since then; null if nothing is held
 */
public record CartFacts(
        boolean everFilled,
        long products,
        long pieces,
        long value,
        @Nullable Instant since,
        @Nullable Long ageDays) {

    static CartFacts of(Ledger ledger, Instant now, FactsRules rules) {
        List<CartTouch> held =
                ledger.parts().cart.held().map(Map.Entry::getValue).toList();
        long pieces = 0;
        long value = 0;
        long since = Long.MAX_VALUE;
        for (CartTouch touch : held) {
            pieces = Amounts.add(pieces, touch.quantity());
            since = Math.min(since, touch.at());
            if (rules.currency().equals(touch.currency())) {
                value = Amounts.add(value, Amounts.multiply(touch.price(), touch.quantity()));
            }
        }
        Instant oldest = held.isEmpty() ? null : Instant.ofEpochMilli(since);
        return new CartFacts(
                ledger.total(EventNames.PRODUCT_ADDED) > 0, held.size(), pieces, value, oldest, age(oldest, now));
    }

    private static @Nullable Long age(@Nullable Instant since, Instant now) {
        return since == null ? null : Math.max(0, Duration.between(since, now).toDays());
    }

    /** When {@link #ageDays} grows next. */
    @Nullable
    Instant reviewAt() {
        return since == null || ageDays == null ? null : since.plus(Duration.ofDays(ageDays + 1));
    }
}
