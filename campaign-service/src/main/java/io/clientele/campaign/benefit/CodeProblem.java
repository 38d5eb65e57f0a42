package io.clientele.campaign.benefit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Why a code takes nothing off. */
@Description("Why a code takes nothing off.")
public record CodeProblem(
        @NonNull @Description("Stable; the same that redeeming would fail with.")
        String code,

        @NonNull String message) {}
