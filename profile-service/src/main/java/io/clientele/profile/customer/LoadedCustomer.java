package io.clientele.profile.customer;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.Ledger;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.trait.Traits;

/**
 * A customer as it is stored, with its portrait drawn at an instant.
 *
 * @param id its id
 * @param version of its row
 * @param recomputedAt when its row was written
 * @param ids every id that leads to it, see {@link RecomputedCustomer#ids}
 * @param ledger with all orders
 * @param evaluation what definitions said when its row was written
 * @param nextReviewAt the earliest instant at which facts or definitions could say something else without an event, as of
 *     then; null: never
 */
public record LoadedCustomer(
        String id,
        long version,
        Instant recomputedAt,
        Set<String> ids,
        Ledger ledger,
        Traits traits,
        Portrait portrait,
        Evaluation evaluation,
        @Nullable Instant nextReviewAt) {

    public LoadedCustomer {
        ids = Set.copyOf(ids);
    }
}
