package io.clientele.edge.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/** A step as a client asks for it. */
@Input("FunnelStepInput")
@Description("One step of a funnel.")
public record FunnelStepInput(
        @NonNull @Description("The event's name, such as Product Viewed.")
        String event,

        @Nullable @Description("Only such events.") ConditionInput where,

        @Nullable @Description("What the answer calls the step; its event if not given.")
        String name) {}
