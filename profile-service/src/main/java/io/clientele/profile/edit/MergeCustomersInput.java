package io.clientele.profile.edit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Who is the same as whom. */
@Input("MergeCustomersInput")
@Description("Who is the same as whom.")
public record MergeCustomersInput(
        @NonNull @Description("Yours, 1 to 128 characters: the same key changes nothing twice.")
        String key,

        @NonNull @Id @Description("Any id of the customer that is given up, a visitor or a user.")
        String from,

        @NonNull @Id @Description("Any id of the user that it becomes part of.")
        String into) {}
