package io.clientele.funnel.traffic;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * How much the shop was visited in some span of time.
 *
 * @param dwellMs milliseconds
 * @param averageDwellMs milliseconds
 */
@Description("How much the shop was visited in some span of time.")
public record Visits(
        @Description("Page and screen calls, and events Product Viewed; exact.")
        long pageViews,

        @Description("Customers, anonymous visitors included, with at least one page view; exact.")
        long visitors,

        @Description("Sessions with any event; exact.") long sessions,

        @Description("The sum of page.dwell_ms, in milliseconds; exact.")
        long dwellMs,

        @Description("The mean page.dwell_ms of the events that have one, in milliseconds; null if none has.") @Nullable
        Double averageDwellMs) {}
