package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Map;

import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.aggregations.AggregationExecutionContext;
import org.elasticsearch.search.aggregations.Aggregator;
import org.elasticsearch.search.aggregations.CardinalityUpperBound;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.LeafBucketCollector;
import org.elasticsearch.search.aggregations.bucket.terms.LongKeyedBucketOrds;
import org.elasticsearch.search.aggregations.metrics.MetricsAggregator;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/**
 * A funnel of one step without a lower bound: an exact count of distinct entities, which needs neither times nor an order of
 * events, only a set of entities a bucket.
 */
final class PresenceAggregator extends MetricsAggregator {

    private final EventReader reader;
    private final LongKeyedBucketOrds present;
    private LongArray counts;

    PresenceAggregator(
            String name,
            FunnelPlan plan,
            AggregationContext context,
            @Nullable Aggregator parent,
            CardinalityUpperBound buckets,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, parent, metadata);
        this.reader = plan.reader(context.searcher());
        this.present = LongKeyedBucketOrds.build(context.bigArrays(), buckets);
        this.counts = context.bigArrays().newLongArray(1, true);
    }

    @Override
    protected LeafBucketCollector getLeafCollector(AggregationExecutionContext execution, LeafBucketCollector sub)
            throws IOException {
        SegmentEvents segment = reader.segment(execution.getLeafReaderContext());
        return segment.matchNothing() ? LeafBucketCollector.NO_OP_COLLECTOR : new SegmentCollector(segment);
    }

    private void count(long bucket, long entity) {
        if (present.add(bucket, entity) >= 0) {
            counts = bigArrays().grow(counts, bucket + 1);
            counts.increment(bucket, 1);
        }
    }

    @Override
    public InternalAggregation buildAggregation(long bucket) {
        long count = bucket < counts.size() ? counts.get(bucket) : 0;
        return new InternalFunnel(name(), new long[] {count}, metadata());
    }

    @Override
    public InternalAggregation buildEmptyAggregation() {
        return InternalFunnel.empty(name(), 1, metadata());
    }

    @Override
    protected void doClose() {
        Releasables.close(present, counts);
    }

    /** Passes by the events that follow one of their entity and bucket: in an index sorted by entity, nearly all. */
    private final class SegmentCollector extends LeafBucketCollector {

        private final SegmentEvents segment;
        private long lastBucket = -1;
        private long lastEntity;

        SegmentCollector(SegmentEvents segment) {
            this.segment = segment;
        }

        @Override
        public void collect(int document, long bucket) throws IOException {
            if (segment.visit(document) == 0) {
                return;
            }
            long entity = segment.entity();
            if (bucket != lastBucket || entity != lastEntity) {
                count(bucket, entity);
                lastBucket = bucket;
                lastEntity = entity;
            }
        }
    }
}
