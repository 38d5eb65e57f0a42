package io.clientele.profile.edit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which traits a customer is to have. */
@Input("SetTraitsInput")
@Description("Which traits a customer is to have.")
public record SetTraitsInput(
        @NonNull @Description("Yours, 1 to 128 characters: the same key changes nothing twice.")
        String key,

        @NonNull @Id @Description("Any id of the customer.") String customer,

        @NonNull @Description("A JSON object of traits; null takes one away, what is not named stays.")
        String traits) {}
