package io.clientele.funnel.funnel;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The funnel of one value's own events. */
@Description("The funnel of the events that have one value, and of no others.")
public record FunnelBreakdown(
        @Description("The value; null for events without the field.") @Nullable
        String value,

        @NonNull @Description("The steps.") List<@NonNull FunnelStep> steps) {

    /** Entities that took the first step. */
    long started() {
        return steps.getFirst().count();
    }
}
