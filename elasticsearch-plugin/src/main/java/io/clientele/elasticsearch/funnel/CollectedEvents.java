package io.clientele.elasticsearch.funnel;

import org.elasticsearch.core.Releasable;

/** The events that a funnel has collected, by bucket of the aggregation around it. */
sealed interface CollectedEvents extends Releasable permits EventsOfOneBucket, EventsOfManyBuckets {

    void add(long bucket, long entity, long time, int steps);

    /** The bucket's events sorted by entity and time; valid until asked for another bucket. */
    EventRows sorted(long bucket);
}
