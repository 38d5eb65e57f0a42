package io.clientele.profile.population;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.value.LifecycleStage;

/** How many customers are in a stage and what they bring. */
@Description("How many customers are in a stage and what they bring.")
public record LifecyclePortion(
        @NonNull LifecycleStage stage, @NonNull Portion portion) {}
