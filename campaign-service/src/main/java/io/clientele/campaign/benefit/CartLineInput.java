package io.clientele.campaign.benefit;

import java.math.BigDecimal;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A line of a cart. */
@Input("CartLineInput")
@Description("A product that is about to be bought.")
public record CartLineInput(
        @NonNull @Description("The product's id, 1 to 256 characters.")
        String product,

        @Nullable @DefaultValue("1") @Description("1 to 1,000,000.")
        Integer quantity,

        @NonNull @Description("Of one, in units of the cart's currency.")
        BigDecimal price) {}
