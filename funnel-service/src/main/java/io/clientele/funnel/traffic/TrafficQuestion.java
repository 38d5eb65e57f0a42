package io.clientele.funnel.traffic;

import java.time.DateTimeException;
import java.time.ZoneId;

import io.clientele.funnel.question.TimeRange;

/** A question about traffic that can be answered. */
record TrafficQuestion(TimeRange range, Interval interval, ZoneId zone) {

    /** Intervals of a range. One more bucket comes where the range begins within an interval. */
    static final int MOST_BUCKETS = 1_000;

    TrafficQuestion {
        if (range.length().compareTo(interval.times(MOST_BUCKETS)) > 0) {
            throw new TrafficFailure.TooManyBuckets(interval).exception();
        }
    }

    /**
     * The zone of a name.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_ZONE}
     */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new TrafficFailure.InvalidZone(name).exception();
        }
    }
}
