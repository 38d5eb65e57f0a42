package io.clientele.profile.segment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/** A segment's definition, as a client writes it. */
@Input("DefineSegmentInput")
@Description("A segment's definition; one with the same id takes the place of the last as its next version.")
public record DefineSegmentInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, 1 to 200 characters.")
        String name,

        @NonNull SegmentKind kind,

        @Nullable @Description("Of the kind CONDITION who is a member.")
        ConditionInput condition) {}
