package io.clientele.bench;

import java.time.Duration;

/**
 * How a backlog was drained, after its first events, which are not counted.
 *
 * @param events events that were counted
 * @param fold until the last of them was committed to PostgreSQL
 * @param all until the index of customers had everything too
 * @param customers customers that pages touched, over all pages
 * @param pages transactions
 * @param cpu what the servers cost meanwhile
 */
record Drain(long events, Duration fold, Duration all, long customers, long pages, ServersTime cpu) {

    /** Events a second, the index included. */
    double rate() {
        return events / (all.toNanos() / 1e9);
    }

    /** Events a second, PostgreSQL only. */
    double foldRate() {
        return events / (fold.toNanos() / 1e9);
    }

    double eventsOfCustomer() {
        return (double) events / customers;
    }

    double eventsOfPage() {
        return (double) events / pages;
    }
}
