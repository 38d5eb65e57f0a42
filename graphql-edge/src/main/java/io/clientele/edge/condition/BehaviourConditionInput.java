package io.clientele.edge.condition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a customer did, and how often, as a client writes it. */
@Input("BehaviourConditionInput")
@Description("What a customer did, and how often.")
public record BehaviourConditionInput(
        @NonNull @Description("The event's name.") String event,

        @Nullable
        @Description(
                "Which of these events count: property, trait, and, or, not. Counted once a segment or a tag uses it.")
        ConditionInput where,

        @Nullable @Description("At least so often; once if atMost is not given either.")
        Integer atLeast,

        @Nullable @Description("At most so often.") Integer atMost,

        @Nullable @Description("Only in the last so many business days, today included, 1 to 3650.")
        Integer withinDays) {}
