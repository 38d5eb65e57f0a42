package io.clientele.profile.segment;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Why a customer is a member of a segment or is not. */
@Description("Why a customer is a member of a segment or is not.")
public record Explanation(
        @NonNull @Id @Description("The customer's own id.") String customer,
        @NonNull @Id String segment,

        @Description("Whether the definition holds for the customer now.")
        boolean holds,

        @Description("Whether the customer was a member at its last evaluation, which campaigns go by.")
        boolean member,

        @Description(
                "Whether all that is asked for is counted; until then counts are of what is counted so far, holds means"
                        + " nothing, and who was a member stays one.")
        boolean counted,

        @NonNull @Description("The reason in one sentence.") String sentence,

        @NonNull @Description("The conditions, each before its parts.")
        List<@NonNull ExplanationPart> parts) {}
