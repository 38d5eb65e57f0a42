/**
 * Conversion funnels: how many customers or sessions went through ordered steps within a window of time.
 *
 * <p>{@code FunnelApi} is the GraphQL of it. A {@link io.clientele.edge.funnel.FunnelInput} is checked into a
 * {@code FunnelQuestion}, which {@code FunnelSearch} writes as a search with the plugin's aggregation {@code funnel}
 * and reads the answer of. What sales and traffic need too is public here: the {@link
 * io.clientele.funnel.funnel.FunnelAggregation}, whose one-step form is an exact distinct count.
 */
@NullMarked
package io.clientele.funnel.funnel;

import org.jspecify.annotations.NullMarked;
