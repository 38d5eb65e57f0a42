package io.clientele.funnel.funnel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.funnel.funnel.FoundCustomers.Found;

/**
 * A page of a funnel's customers.
 *
 * @param total how many there were when the first page was asked for
 * @param searchedTo the last place that was looked at; null if nothing comes after the page
 */
record CustomersPage(
        List<Found> customers, long total, @Nullable CustomerPlace searchedTo) {

    CustomersPage {
        customers = List.copyOf(customers);
    }

    /** The cursor of one of its customers. */
    String cursor(Found customer) {
        return new CustomerPlace(customer.hash(), total).cursor();
    }
}
