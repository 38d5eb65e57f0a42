package io.clientele.campaign.benefit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order that did not come about. */
@Input("ReverseRedemptionInput")
@Description("An order that did not come about.")
public record ReverseRedemptionInput(
        @NonNull @Id @Description("The shop's id of the order.")
        String order) {}
