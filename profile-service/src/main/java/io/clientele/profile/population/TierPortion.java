package io.clientele.profile.population;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.value.ValueTier;

/** How many customers are of a tier and what they bring. */
@Description("How many customers are of a value tier and what they bring.")
public record TierPortion(@NonNull ValueTier tier, @NonNull Portion portion) {}
