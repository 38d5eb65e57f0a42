package io.clientele.elasticsearch;

import java.util.List;

import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.SearchPlugin;

import io.clientele.elasticsearch.funnel.FunnelAggregationBuilder;

/** Registers Clientele's aggregations over sequences of events with an Elasticsearch node. */
public final class ClientelePlugin extends Plugin implements SearchPlugin {

    @Override
    public List<AggregationSpec> getAggregations() {
        return List.of(FunnelAggregationBuilder.specification());
    }
}
