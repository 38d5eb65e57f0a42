package io.clientele.funnel.funnel;

import java.util.List;

/**
 * What a search for a funnel's customers found.
 *
 * @param total how many there are among the hashes that were searched
 * @param page the first of them, in order
 */
record FoundCustomers(long total, List<Found> page) {

    /** A customer with the hash that is its place. */
    record Found(long hash, String id) {}

    FoundCustomers {
        page = List.copyOf(page);
    }
}
