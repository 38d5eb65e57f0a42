package io.clientele.campaign.benefit;

import java.math.BigDecimal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A step of a STEPPED benefit, as a client writes it. */
@Input("BenefitStepInput")
@Description("An amount off from a spending on.")
public record BenefitStepInput(
        @NonNull BigDecimal minSpend, @NonNull BigDecimal off) {}
