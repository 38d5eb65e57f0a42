package io.clientele.profile.tag;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A manual tag and the customer that gets or loses it, as a client writes it. */
@Input("ChangeTagInput")
@Description("A manual tag and the customer that gets or loses it.")
public record ChangeTagInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("Any id of the customer.") String customer,
        @NonNull @Description("The tag's id.") String tag,

        @Nullable @Description("Why, for people; up to 1000 characters.")
        String reason) {}
