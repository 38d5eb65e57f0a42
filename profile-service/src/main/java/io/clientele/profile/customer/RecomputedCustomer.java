package io.clientele.profile.customer;

import java.time.Instant;
import java.util.Set;

import io.clientele.profile.facts.Ledger;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.trait.Traits;

/**
 * A customer as its events make it at an instant.
 *
 * @param id its id
 * @param version above every version that a customer of this id ever had
 * @param at the instant
 * @param ids every id that leads to it, its own among them: user ids, and {@code anon:} ids of devices that are its own or
 *     that it was the first to claim
 * @param ledger with all orders
 * @param before what definitions said when it was computed last; {@link Evaluation#NONE} of a new customer
 */
public record RecomputedCustomer(
        String id,
        long version,
        Instant at,
        Set<String> ids,
        Ledger ledger,
        Traits traits,
        Portrait portrait,
        Evaluation before) {

    public RecomputedCustomer {
        ids = Set.copyOf(ids);
    }
}
