package io.clientele.campaign.benefit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A code that is used for an order. */
@Input("RedeemInput")
@Description("A code that is used for an order. The order is the key: the same again changes nothing.")
public record RedeemInput(
        @NonNull @Id @Description("The shop's id of the order, 1 to 256 characters.")
        String order,

        @NonNull @Id @Description("Any id of the customer.") String customer,

        @NonNull String code,
        @NonNull CartInput cart) {}
