/**
 * The aggregation {@code funnel}: how many entities (customers, sessions, orders) reached each of an ordered list of steps
 * within a window of time, counted exactly.
 *
 * <p>The counting itself is {@link io.clientele.elasticsearch.funnel.FunnelAutomaton}, which knows nothing of Elasticsearch.
 * Around it stand the request ({@code FunnelAggregationBuilder}), the collection of a shard's matching events
 * ({@code EventRows}), and the answer ({@code InternalFunnel}), which adds over shards because every event of an entity lies
 * in one shard.
 */
@NullMarked
package io.clientele.elasticsearch.funnel;

import org.jspecify.annotations.NullMarked;
