package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.aggregations.AggregationExecutionContext;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.LeafBucketCollector;
import org.elasticsearch.search.aggregations.metrics.MetricsAggregator;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/** Collects a shard's events that match any step, counts them, and names customers. There is one bucket. */
final class CustomersAggregator extends MetricsAggregator {

    private final FunnelRules rules;
    private final CustomerListing listing;
    private final EventReader reader;
    private final CustomerRows events;

    CustomersAggregator(
            String name,
            FunnelPlan plan,
            CustomerListing listing,
            AggregationContext context,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, null, metadata);
        this.rules = plan.rules();
        this.listing = listing;
        this.reader = plan.reader(context.searcher());
        this.events = new CustomerRows(context.bigArrays());
    }

    @Override
    protected LeafBucketCollector getLeafCollector(AggregationExecutionContext execution, LeafBucketCollector sub)
            throws IOException {
        LeafReaderContext leaf = execution.getLeafReaderContext();
        SegmentEvents segment = reader.segment(leaf);
        if (segment.matchNothing()) {
            return LeafBucketCollector.NO_OP_COLLECTOR;
        }
        SingleValue customer = SingleValue.of(listing.hash(), leaf.reader());
        return new LeafBucketCollector() {
            @Override
            public void collect(int document, long bucket) throws IOException {
                int steps = segment.visit(document);
                if (steps != 0 && customer.isPresentIn(document)) {
                    events.add(customer.value(), segment.entity(), segment.time(), steps, leaf.docBase + document);
                }
            }
        };
    }

    @Override
    public InternalAggregation buildAggregation(long bucket) throws IOException {
        events.sort();
        CustomerSelection selection = CustomerSelection.of(events, rules, listing);
        return new InternalFunnelCustomers(
                name(),
                selection.counts(),
                listing.size(),
                selection.total(),
                CustomerIds.of(
                        searcher().getIndexReader().leaves(),
                        listing.id(),
                        selection.customers(),
                        selection.documents()),
                metadata());
    }

    @Override
    public InternalAggregation buildEmptyAggregation() {
        return InternalFunnelCustomers.empty(name(), rules.steps(), listing.size(), metadata());
    }

    @Override
    protected void doClose() {
        Releasables.close(events);
    }
}
