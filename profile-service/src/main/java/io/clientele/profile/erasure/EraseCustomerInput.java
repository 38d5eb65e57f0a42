package io.clientele.profile.erasure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whom to erase. */
@Input("EraseCustomerInput")
public record EraseCustomerInput(
        @NonNull @Description("Of the client's choosing, 1 to 128 characters: the same key erases once.")
        String key,

        @NonNull @Id @Description("Any id that leads to the customer; all that is one customer with it is erased.")
        String customer) {}
