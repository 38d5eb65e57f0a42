package io.clientele.elasticsearch.funnel;

import java.util.Arrays;

/**
 * Counts a funnel and picks out customers of it, from events sorted by customer, entity and time. Of a customer with several
 * entities, such as sessions, one that the outcome is of is enough.
 */
final class CustomerSelection {

    private final long[] byLevel;
    private final CustomerListing listing;
    private long[] customers = new long[16];
    private int[] documents = new int[16];
    private int size;
    private long total;
    private boolean chosen;

    private CustomerSelection(FunnelRules rules, CustomerListing listing) {
        this.byLevel = new long[rules.steps() + 1];
        this.listing = listing;
    }

    static CustomerSelection of(CustomerRows events, FunnelRules rules, CustomerListing listing) {
        CustomerSelection selection = new CustomerSelection(rules, listing);
        FunnelAutomaton automaton = new FunnelAutomaton(rules);
        for (int place = 0; place < events.size(); place++) {
            automaton.accept(events.time(place), events.steps(place));
            boolean lastOfCustomer = place + 1 == events.size() || events.customer(place) != events.customer(place + 1);
            if (lastOfCustomer || events.entity(place) != events.entity(place + 1)) {
                selection.count(automaton.level());
                automaton.reset();
            }
            if (lastOfCustomer) {
                selection.endCustomer(events.customer(place), events.document(place));
            }
        }
        return selection;
    }

    private void count(int level) {
        byLevel[level]++;
        chosen |= listing.outcome().isOf(level, listing.step());
    }

    private void endCustomer(long customer, int document) {
        if (chosen) {
            total++;
            // They come in order, so the first ones are those that are wanted.
            if (size < listing.size()) {
                add(customer, document);
            }
        }
        chosen = false;
    }

    private void add(long customer, int document) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, 2 * size);
            documents = Arrays.copyOf(documents, 2 * size);
        }
        customers[size] = customer;
        documents[size] = document;
        size++;
    }

    /** Entities that reached each step, never increasing. */
    long[] counts() {
        return FunnelCount.reached(byLevel);
    }

    /** How many customers there are to list, those that are not named included. */
    long total() {
        return total;
    }

    /** The hashes of the first customers, ascending. */
    long[] customers() {
        return Arrays.copyOf(customers, size);
    }

    /** The number in the shard of an event of each of {@link #customers}. */
    int[] documents() {
        return Arrays.copyOf(documents, size);
    }
}
