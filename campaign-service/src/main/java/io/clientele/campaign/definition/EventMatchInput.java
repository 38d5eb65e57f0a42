package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/** Events by their name and, if need be, a condition, as a client writes it. */
@Input("EventMatchInput")
@Description("Events by their name and, if need be, a condition, as a client writes it.")
public record EventMatchInput(
        @NonNull @Description("The event's name, such as Product Added.")
        String event,

        @Nullable @Description("Only such events.") ConditionInput where) {}
