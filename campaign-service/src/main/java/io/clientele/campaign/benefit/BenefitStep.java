package io.clientele.campaign.benefit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.campaign.money.Amount;

/** A step of a STEPPED benefit. */
@Description("An amount off from a spending on.")
public record BenefitStep(@NonNull Amount minSpend, @NonNull Amount off) {}
