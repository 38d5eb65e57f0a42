package io.clientele.campaign.effect;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;

/** How often a campaign decided in one way. */
@Description("How often a campaign decided in one way.")
public record DecisionCount(
        @NonNull Decision decision,

        @Nullable @Description("Why it was suppressed; null otherwise.")
        Reason reason,

        @Description("Enrolments that were decided so; test sends are none.")
        int contacts) {}
