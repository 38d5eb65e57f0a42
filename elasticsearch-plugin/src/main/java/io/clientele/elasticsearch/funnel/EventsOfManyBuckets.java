package io.clientele.elasticsearch.funnel;

import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.IntArray;
import org.elasticsearch.core.Releasables;

/**
 * The events of any number of buckets in one table, each row chained to the row before of its bucket, so that a bucket costs
 * eight bytes and not a table of its own. A bucket's rows are copied out in the order of collection, which keeps the ascending
 * runs of a sorted index.
 */
final class EventsOfManyBuckets implements CollectedEvents {

    private final BigArrays bigArrays;
    private final EventRows rows;
    private final EventRows bucketRows;
    /** The row before of the same bucket, plus one; 0 for none. */
    private IntArray previous;
    /** By bucket, the row collected last, plus one; 0 for none. */
    private IntArray last;
    /** By bucket. */
    private IntArray counts;

    EventsOfManyBuckets(BigArrays bigArrays) {
        this.bigArrays = bigArrays;
        this.rows = new EventRows(bigArrays);
        this.bucketRows = new EventRows(bigArrays);
        this.previous = bigArrays.newIntArray(1, false);
        this.last = bigArrays.newIntArray(1, true);
        this.counts = bigArrays.newIntArray(1, true);
    }

    @Override
    public void add(long bucket, long entity, long time, int steps) {
        last = bigArrays.grow(last, bucket + 1);
        counts = bigArrays.grow(counts, bucket + 1);
        previous = bigArrays.grow(previous, rows.size() + 1L);
        previous.set(rows.size(), last.get(bucket));
        rows.add(entity, time, steps);
        last.set(bucket, rows.size());
        counts.increment(bucket, 1);
    }

    @Override
    public EventRows sorted(long bucket) {
        int count = bucket < counts.size() ? counts.get(bucket) : 0;
        bucketRows.resize(count);
        int row = count == 0 ? 0 : last.get(bucket);
        for (int target = count - 1; target >= 0; target--) {
            rows.copy(row - 1, bucketRows, target);
            row = previous.get(row - 1);
        }
        EventSorter.sort(bucketRows, bigArrays);
        return bucketRows;
    }

    @Override
    public void close() {
        Releasables.close(rows, bucketRows, previous, last, counts);
    }
}
