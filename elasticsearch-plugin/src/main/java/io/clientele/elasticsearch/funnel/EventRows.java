package io.clientele.elasticsearch.funnel;

import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.IntArray;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasable;
import org.elasticsearch.core.Releasables;

/**
 * A growing table of events (entity, time, steps matched), 20 bytes a row, held in arrays that Elasticsearch's circuit breaker
 * accounts for.
 */
final class EventRows implements Releasable {

    private static final int FIRST_CAPACITY = 16;

    private final BigArrays bigArrays;
    private LongArray entities;
    private LongArray times;
    private IntArray steps;
    private int size;
    private int capacity = FIRST_CAPACITY;

    EventRows(BigArrays bigArrays) {
        this.bigArrays = bigArrays;
        LongArray newEntities = null;
        LongArray newTimes = null;
        IntArray newSteps = null;
        try {
            newEntities = bigArrays.newLongArray(FIRST_CAPACITY, false);
            newTimes = bigArrays.newLongArray(FIRST_CAPACITY, false);
            newSteps = bigArrays.newIntArray(FIRST_CAPACITY, false);
        } finally {
            if (newSteps == null) {
                Releasables.close(newEntities, newTimes);
            }
        }
        this.entities = newEntities;
        this.times = newTimes;
        this.steps = newSteps;
    }

    int size() {
        return size;
    }

    void add(long entity, long time, int matched) {
        reserve(Math.addExact(size, 1));
        set(size++, entity, time, matched);
    }

    /** Makes room for so many rows, whose content is undefined until set. */
    void resize(int rows) {
        reserve(rows);
        size = rows;
    }

    void set(int row, long entity, long time, int matched) {
        entities.set(row, entity);
        times.set(row, time);
        steps.set(row, matched);
    }

    long entity(int row) {
        return entities.get(row);
    }

    long time(int row) {
        return times.get(row);
    }

    int steps(int row) {
        return steps.get(row);
    }

    /** Orders by entity, then time. */
    int compare(int left, int right) {
        int byEntity = Long.compare(entities.get(left), entities.get(right));
        return byEntity != 0 ? byEntity : Long.compare(times.get(left), times.get(right));
    }

    void copy(int from, EventRows target, int to) {
        target.set(to, entities.get(from), times.get(from), steps.get(from));
    }

    private void reserve(int rows) {
        if (rows <= capacity) {
            return;
        }
        entities = bigArrays.grow(entities, rows);
        times = bigArrays.grow(times, rows);
        steps = bigArrays.grow(steps, rows);
        capacity = (int) Math.min(Integer.MAX_VALUE, Math.min(entities.size(), Math.min(times.size(), steps.size())));
    }

    @Override
    public void close() {
        Releasables.close(entities, times, steps);
    }
}
