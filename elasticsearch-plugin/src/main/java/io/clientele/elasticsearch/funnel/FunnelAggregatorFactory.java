package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Map;

import org.elasticsearch.search.aggregations.Aggregator;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.AggregatorFactory;
import org.elasticsearch.search.aggregations.CardinalityUpperBound;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.NonCollectingAggregator;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/** Chooses how one shard counts a funnel. */
final class FunnelAggregatorFactory extends AggregatorFactory {

    private final FunnelPlan plan;

    FunnelAggregatorFactory(
            String name,
            FunnelPlan plan,
            AggregationContext context,
            @Nullable AggregatorFactory parent,
            AggregatorFactories.Builder subfactories,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, parent, subfactories, metadata);
        this.plan = plan;
    }

    @Override
    protected Aggregator createInternal(
            @Nullable Aggregator parent, CardinalityUpperBound buckets, @Nullable Map<String, Object> metadata)
            throws IOException {
        if (!plan.mapped()) {
            return countNothing(parent, metadata);
        }
        CustomerListing customers = plan.customers();
        if (customers != null) {
            return new CustomersAggregator(name, plan, customers, context, metadata);
        }
        return plan.rules().countsPresence()
                ? new PresenceAggregator(name, plan, context, parent, buckets, metadata)
                : new FunnelAggregator(name, plan, context, parent, buckets, metadata);
    }

    private Aggregator countNothing(@Nullable Aggregator parent, @Nullable Map<String, Object> metadata)
            throws IOException {
        return new NonCollectingAggregator(name, context, parent, factories, metadata) {
            @Override
            public InternalAggregation buildEmptyAggregation() {
                int steps = plan.rules().steps();
                CustomerListing customers = plan.customers();
                return customers == null
                        ? InternalFunnel.empty(name(), steps, metadata())
                        : InternalFunnelCustomers.empty(name(), steps, customers.size(), metadata());
            }
        };
    }
}
