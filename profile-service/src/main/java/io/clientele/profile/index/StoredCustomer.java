package io.clientele.profile.index;

import java.time.Instant;
import java.util.Set;

import io.clientele.contract.condition.CustomerView;

/**
 * A customer with what its last evaluation gave.
 *
 * @param view with all tags and segments
 * @param ids every id that leads to this customer, its own among them
 * @param version rises with every change of the id's customer, also over its removal and return
 * @param updatedAt when it was recomputed
 */
public record StoredCustomer(CustomerView view, Set<String> ids, long version, Instant updatedAt) {
    public StoredCustomer {
        ids = Set.copyOf(ids);
    }
}
