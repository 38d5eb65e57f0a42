package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Why a campaign cannot be stored or launched.
 *
 * @param code stable, in upper snake case
 * @param field a path into the input, such as {@code input.variants[0].body}
 * @param message one sentence
 */
@Description("Why a campaign cannot be stored or launched.")
public record CampaignProblem(
        @NonNull @Description("Stable, in upper snake case.")
        String code,

        @NonNull @Description("A path into the input, such as input.variants[0].body.")
        String field,

        @NonNull @Description("One sentence.") String message) {}
