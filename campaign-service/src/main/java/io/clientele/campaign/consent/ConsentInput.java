package io.clientele.campaign.consent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A consent, or its withdrawal. */
@Input("ConsentInput")
@Description("A consent, or its withdrawal.")
public record ConsentInput(
        @NonNull
        @Description("The client's own key of this change, 1 to 128 characters; repeating it does nothing again.")
        String key,

        @NonNull @Id @Description("The customer; of shoppers their own id.")
        String customer,

        @NonNull ConsentScope scope,

        @NonNull @Description("False withdraws.") Boolean given,

        @Nullable @Description("How it can be proven, up to 1000 characters: the form, the call, the letter.")
        String evidence) {}
