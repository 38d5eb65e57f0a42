package io.clientele.bench;

import java.util.Locale;

/**
 * How a backlog was drained.
 *
 * @param counted its events, the pages that they came in, and the customers that pages touched, over all pages
 * @param folded when the last page was committed to PostgreSQL
 * @param indexed when the index of customers had everything too
 * @param moved when, beside that, events lay with the customers that they were decided to belong to
 */
record Drain(FoldProgress counted, Stopwatch.Mark folded, Stopwatch.Mark indexed, Stopwatch.Mark moved) {

    /** Events a second, the index included. */
    double rate() {
        return rate(indexed);
    }

    /** All of it, for people to read. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%.2f events a customer in pages of %,.0f events: %,.0f events/s%n%s%s%s",
                (double) counted.events() / counted.customers(),
                (double) counted.events() / counted.pages(),
                rate(),
                line("PostgreSQL", folded),
                line("PostgreSQL and index", indexed),
                line("and moved events", moved));
    }

    private String line(String until, Stopwatch.Mark mark) {
        return String.format(
                Locale.ROOT,
                "  %-20s %,7.0f events/s, %s%n",
                until,
                rate(mark),
                mark.cpu().perEvent(counted.events()));
    }

    private double rate(Stopwatch.Mark mark) {
        return counted.events() / (mark.time().toNanos() / 1e9);
    }
}
