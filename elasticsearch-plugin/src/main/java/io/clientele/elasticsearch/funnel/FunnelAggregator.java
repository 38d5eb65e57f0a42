package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Map;

import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.aggregations.AggregationExecutionContext;
import org.elasticsearch.search.aggregations.Aggregator;
import org.elasticsearch.search.aggregations.CardinalityUpperBound;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.LeafBucketCollector;
import org.elasticsearch.search.aggregations.metrics.MetricsAggregator;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/** Collects a shard's events that match any step, then sorts and counts them bucket by bucket. */
final class FunnelAggregator extends MetricsAggregator {

    private final FunnelRules rules;
    private final EventReader reader;
    private final CollectedEvents events;

    FunnelAggregator(
            String name,
            FunnelPlan plan,
            AggregationContext context,
            @Nullable Aggregator parent,
            CardinalityUpperBound buckets,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, parent, metadata);
        this.rules = plan.rules();
        this.reader = plan.reader(context.searcher());
        this.events = buckets.map(atMost ->
                atMost < 2 ? new EventsOfOneBucket(context.bigArrays()) : new EventsOfManyBuckets(context.bigArrays()));
    }

    @Override
    protected LeafBucketCollector getLeafCollector(AggregationExecutionContext execution, LeafBucketCollector sub)
            throws IOException {
        SegmentEvents segment = reader.segment(execution.getLeafReaderContext());
        if (segment.matchNothing()) {
            return LeafBucketCollector.NO_OP_COLLECTOR;
        }
        return new LeafBucketCollector() {
            @Override
            public void collect(int document, long bucket) throws IOException {
                int steps = segment.visit(document);
                if (steps != 0) {
                    events.add(bucket, segment.entity(), segment.time(), steps);
                }
            }
        };
    }

    @Override
    public InternalAggregation buildAggregation(long bucket) {
        return new InternalFunnel(name(), FunnelCount.of(events.sorted(bucket), rules), metadata());
    }

    @Override
    public InternalAggregation buildEmptyAggregation() {
        return InternalFunnel.empty(name(), rules.steps(), metadata());
    }

    @Override
    protected void doClose() {
        Releasables.close(events);
    }
}
