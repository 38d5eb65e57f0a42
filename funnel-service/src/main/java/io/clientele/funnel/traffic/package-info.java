/**
 * How much the shop was visited: page views, visitors, sessions and dwell time for each hour, day, week or month of a
 * time zone.
 *
 * <p>{@code TrafficApi} is the GraphQL of it, {@code TrafficSearch} the search; {@code docs/analytics.md} defines what
 * counts.
 */
@NullMarked
package io.clientele.funnel.traffic;

import org.jspecify.annotations.NullMarked;
