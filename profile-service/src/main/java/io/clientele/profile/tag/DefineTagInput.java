package io.clientele.profile.tag;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/** A tag's definition, as a client writes it. */
@Input("DefineTagInput")
@Description("A tag's definition; one with the same id takes the place of the last.")
public record DefineTagInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, 1 to 200 characters.")
        String name,

        @NonNull TagKind kind,

        @Nullable @Description("Of a RULE who has the tag; asks for no segment and no other rule's tag.")
        ConditionInput condition) {}
