package io.clientele.elasticsearch.funnel;

import org.apache.lucene.util.TimSorter;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.IntArray;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasable;
import org.elasticsearch.core.Releasables;

/** Events with the customer that each is of, and where it can be read again: 36 bytes each, accounted for as {@link EventRows}. */
final class CustomerRows implements Releasable {

    private final BigArrays bigArrays;
    private final EventRows events;
    private LongArray customers;
    private IntArray documents;
    /** The rows in order, once they are sorted. */
    private IntArray order;

    CustomerRows(BigArrays bigArrays) {
        this.bigArrays = bigArrays;
        EventRows newEvents = new EventRows(bigArrays);
        LongArray newCustomers = null;
        IntArray newDocuments = null;
        IntArray newOrder = null;
        try {
            newCustomers = bigArrays.newLongArray(1, false);
            newDocuments = bigArrays.newIntArray(1, false);
            newOrder = bigArrays.newIntArray(1, false);
        } finally {
            if (newOrder == null) {
                Releasables.close(newEvents, newCustomers, newDocuments);
            }
        }
        this.events = newEvents;
        this.customers = newCustomers;
        this.documents = newDocuments;
        this.order = newOrder;
    }

    int size() {
        return events.size();
    }

    /** Adds an event; {@code document} is its number in the whole shard. */
    void add(long customer, long entity, long time, int steps, int document) {
        int row = events.size();
        customers = bigArrays.grow(customers, row + 1L);
        documents = bigArrays.grow(documents, row + 1L);
        events.add(entity, time, steps);
        customers.set(row, customer);
        documents.set(row, document);
    }

    /** Orders by customer, then entity, then time. Segments of an index sorted by customer and time come as ascending runs. */
    void sort() {
        order = bigArrays.resize(order, Math.max(1, size()));
        for (int place = 0; place < size(); place++) {
            order.set(place, place);
        }
        if (size() < 2) {
            return;
        }
        try (IntArray saved = bigArrays.newIntArray(Math.max(1, size() / 2), false)) {
            new OrderSorter(saved).sort(0, size());
        }
    }

    long customer(int place) {
        return customers.get(order.get(place));
    }

    long entity(int place) {
        return events.entity(order.get(place));
    }

    long time(int place) {
        return events.time(order.get(place));
    }

    int steps(int place) {
        return events.steps(order.get(place));
    }

    int document(int place) {
        return documents.get(order.get(place));
    }

    private int compareRows(int left, int right) {
        int byCustomer = Long.compare(customers.get(left), customers.get(right));
        return byCustomer != 0 ? byCustomer : events.compare(left, right);
    }

    @Override
    public void close() {
        Releasables.close(events, customers, documents, order);
    }

    /** Sorts the order and leaves the rows where they are. */
    private final class OrderSorter extends TimSorter {

        private final IntArray saved;

        OrderSorter(IntArray saved) {
            super((int) saved.size());
            this.saved = saved;
        }

        @Override
        protected int compare(int left, int right) {
            return compareRows(order.get(left), order.get(right));
        }

        @Override
        protected void swap(int left, int right) {
            int row = order.get(left);
            order.set(left, order.get(right));
            order.set(right, row);
        }

        @Override
        protected void copy(int from, int to) {
            order.set(to, order.get(from));
        }

        @Override
        protected void save(int from, int length) {
            for (int place = 0; place < length; place++) {
                saved.set(place, order.get(from + place));
            }
        }

        @Override
        protected void restore(int from, int to) {
            order.set(to, saved.get(from));
        }

        @Override
        protected int compareSaved(int left, int right) {
            return compareRows(saved.get(left), order.get(right));
        }
    }
}
