package io.clientele.funnel.feed;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Remembers how many positions an answer had room for, so that of large events not every read begins with an answer that
 * does not fit. A hint and no more: several reads at once may overwrite each other's.
 */
@ApplicationScoped
class PageSizes {

    /** Elasticsearch gives at most this many hits. */
    static final int MOST = 10_000;

    private final AtomicInteger fitting = new AtomicInteger(MOST);

    /** How many positions to ask for first. */
    int first(int limit) {
        return Math.min(limit, fitting.get());
    }

    void didNotFit(long positions) {
        fitting.set((int) Math.max(1, Math.min(MOST, positions / 2)));
    }

    /** Of an answer with room to spare the next may be larger. */
    void fitted(int events, long bytes, long room) {
        int now = fitting.get();
        if (bytes < room / 3 && events >= now) {
            fitting.set(Math.min(MOST, now * 2));
        }
    }
}
