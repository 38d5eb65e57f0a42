package io.clientele.campaign.definition;

import java.math.BigDecimal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a campaign may spend on contacts and coupons, as a client writes it. */
@Input("BudgetInput")
@Description("What a campaign may spend on contacts and coupons, as a client writes it.")
public record BudgetInput(
        @Nullable @Description("In all; more than 0.") BigDecimal total,

        @Nullable @Description("On one business day; more than 0.")
        BigDecimal perDay,

        @NonNull @Description("Three capital letters, as in ISO 4217.")
        String currency) {}
