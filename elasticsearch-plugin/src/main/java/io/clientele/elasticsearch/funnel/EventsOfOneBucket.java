package io.clientele.elasticsearch.funnel;

import org.elasticsearch.common.util.BigArrays;

/** At the top of a request, or in a single filter: there is one bucket, so its events are sorted in place. */
final class EventsOfOneBucket implements CollectedEvents {

    private final BigArrays bigArrays;
    private final EventRows rows;

    EventsOfOneBucket(BigArrays bigArrays) {
        this.bigArrays = bigArrays;
        this.rows = new EventRows(bigArrays);
    }

    @Override
    public void add(long bucket, long entity, long time, int steps) {
        rows.add(entity, time, steps);
    }

    @Override
    public EventRows sorted(long bucket) {
        EventSorter.sort(rows, bigArrays);
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }
}
