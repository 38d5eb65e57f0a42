package io.clientele.funnel.funnel;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a funnel's question is answered with. */
@Description("How many customers or sessions reached each step.")
public record Funnel(
        @NonNull @Description("The steps, in the order in which they were asked for.")
        List<@NonNull FunnelStep> steps,

        @Description("The funnel of each value; null if no breakdown was asked for.") @Nullable
        List<FunnelBreakdown> breakdown,

        @Description("Whether there are more values than the breakdown's limit let through.")
        boolean breakdownTruncated) {}
