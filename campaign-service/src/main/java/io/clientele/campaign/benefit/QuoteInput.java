package io.clientele.campaign.benefit;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A cart that codes are tried on. */
@Input("QuoteInput")
@Description("A cart that codes are tried on.")
public record QuoteInput(
        @NonNull @Id @Description("Any id of the customer.") String customer,
        @NonNull CartInput cart,
        @NonNull @Description("At most 20.") List<@NonNull String> codes) {}
