package io.clientele.profile.segment;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelOutcome;

/** A segment of those who reached a funnel's step, as a client writes it. */
@Input("SegmentFromDropOffInput")
@Description(
        "A new segment of those who reached a funnel's step and went no further, listed as they are now; at most 1000000.")
public record SegmentFromDropOffInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("The new segment's id: 1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, 1 to 200 characters.")
        String name,

        @NonNull @Description("The funnel, without a breakdown.")
        FunnelInput funnel,

        @Description("The step that they reached: 1 is the first.")
        int step,

        @Nullable @DefaultValue("DROPPED") @Description("Whether only those are meant who did not reach the next step.")
        FunnelOutcome outcome) {}
