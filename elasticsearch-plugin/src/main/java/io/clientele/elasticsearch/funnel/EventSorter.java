package io.clientele.elasticsearch.funnel;

import org.apache.lucene.util.TimSorter;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.core.Releasable;

/**
 * Sorts rows by entity and time. Segments of an index sorted by (entity, time) come as ascending runs, which only need merging.
 */
final class EventSorter extends TimSorter implements Releasable {

    private final EventRows rows;
    private final EventRows saved;

    private EventSorter(EventRows rows, EventRows saved) {
        super(rows.size() / 2);
        this.rows = rows;
        this.saved = saved;
    }

    static void sort(EventRows rows, BigArrays bigArrays) {
        if (rows.size() < 2) {
            return;
        }
        try (EventSorter sorter = new EventSorter(rows, new EventRows(bigArrays))) {
            sorter.sort(0, rows.size());
        }
    }

    @Override
    protected int compare(int left, int right) {
        return rows.compare(left, right);
    }

    @Override
    protected void swap(int left, int right) {
        long entity = rows.entity(left);
        long time = rows.time(left);
        int steps = rows.steps(left);
        rows.copy(right, rows, left);
        rows.set(right, entity, time, steps);
    }

    @Override
    protected void copy(int from, int to) {
        rows.copy(from, rows, to);
    }

    @Override
    protected void save(int from, int length) {
        saved.resize(length);
        for (int row = 0; row < length; row++) {
            rows.copy(from + row, saved, row);
        }
    }

    @Override
    protected void restore(int from, int to) {
        saved.copy(from, rows, to);
    }

    @Override
    protected int compareSaved(int left, int right) {
        int byEntity = Long.compare(saved.entity(left), rows.entity(right));
        return byEntity != 0 ? byEntity : Long.compare(saved.time(left), rows.time(right));
    }

    @Override
    public void close() {
        saved.close();
    }
}
